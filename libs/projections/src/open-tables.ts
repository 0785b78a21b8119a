import { loadRows, type Transaction } from '#libs/read-model';
import { OpenTable } from './open-table.js';
import type { FoldedTable, Projection, Row } from './projection.js';

/** The projection's tables, for streams that have no rows yet. */
export function newTables({ tables }: Projection): readonly OpenTable[] {
  return tables.map((folded) => new OpenTable(folded));
}

/** Loads the rows that the projection's tables have for these streams. */
export async function openTables(
  transaction: Transaction,
  { tables }: Projection,
  streams: readonly { readonly type: string; readonly streamId: string }[],
): Promise<readonly OpenTable[]> {
  const opened: OpenTable[] = [];
  for (const folded of tables) {
    const ofTable = new Set(streams.filter(folded.handles).map(({ streamId }) => streamId));
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
