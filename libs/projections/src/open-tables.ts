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
    const ofTable = new Set(older.map(({ streamId }) => streamId));
    opened.push(new OpenTable(folded, await loadByStream(transaction, folded, [...ofTable])));
  }
  return opened;
}

/** Loads the rows of these streams, by stream id. */
export async function loadByStream(
  transaction: Transaction,
  { table, stream }: FoldedTable,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  if (streamIds.length === 0) return new Map();
  const rows = await loadRows<Row>(transaction, table, { column: stream, values: streamIds });
  return Map.groupBy(rows, (row) => String(row[stream.property]));
}
