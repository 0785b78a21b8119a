import type { StoredEvent } from '#libs/event-store';
import { loadRows, type Transaction } from '#libs/read-model';
import { OpenTable } from './open-table.js';
import type { FoldedTable, Projection, Row } from './projection.js';

/** The projection's tables, for streams that have no rows yet. */
export function newTables({ tables }: Projection): readonly OpenTable[] {
  return tables.map((folded) => new OpenTable(folded));
}

/** Loads the rows that the projection's tables have for the streams of these events. */
export async function openTables(
  transaction: Transaction,
  { tables }: Projection,
  events: readonly StoredEvent[],
): Promise<readonly OpenTable[]> {
  const begun = new Set(events.filter(({ version }) => version === 1).map(({ streamId }) => streamId));
  const opened: OpenTable[] = [];
  for (const folded of tables) {
    // A stream that begins with these events has no rows yet.
    const older = events.filter((event) => folded.handles(event) && !begun.has(event.streamId));
    opened.push(new OpenTable(folded, await loadByStream(transaction, folded, streamsOf(older))));
  }
  return opened;
}

interface Streams {
  readonly ids: readonly string[];
  readonly workspaceIds?: readonly string[];
}

function streamsOf(events: readonly StoredEvent[]): Streams {
  return {
    ids: [...new Set(events.map(({ streamId }) => streamId))],
    workspaceIds: [...new Set(events.map(({ workspaceId }) => workspaceId))],
  };
}

/** Loads the rows of these streams, by stream id; of whichever workspace they say they are, unless it is given. */
export async function loadByStream(
  transaction: Transaction,
  { table, stream }: FoldedTable,
  { ids, workspaceIds }: Streams,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  if (ids.length === 0) return new Map();
  const rows = await loadRows<Row>(transaction, table, { column: stream, values: ids, workspaceIds });
  return Map.groupBy(rows, (row) => String(row[stream.property]));
}
