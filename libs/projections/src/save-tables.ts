import {
  addToRows,
  deleteRows,
  insertRows,
  upsertRows,
  type Table,
  type Transaction,
} from '#libs/read-model';
import type { OpenTable } from './open-table.js';
import type { Projection, Row, Summary } from './projection.js';
import { sumUp } from './sum-up.js';

/** Writes the changed rows, deletes rows that no longer exist, and adds the differences to the summaries. */
export async function saveTables(
  transaction: Transaction,
  { summaries }: Projection,
  tables: readonly OpenTable[],
): Promise<void> {
  for (const table of tables) await saveTable(transaction, table);
  for (const summary of summaries) await addDifferences(transaction, summary, tables);
}

/**
 * Inserts the rows of streams that have none in the tables yet. Summaries are filled later, from all rows.
 */
export async function insertTables(transaction: Transaction, tables: readonly OpenTable[]): Promise<void> {
  for (const open of tables) {
    const rows = open.rows();
    if (rows.length > 0) await insertRows(transaction, open.folded.table, rows);
  }
}

async function saveTable(transaction: Transaction, open: OpenTable): Promise<void> {
  const { table } = open.folded;
  const changes = open.changes();
  const known = new Set(changes.flatMap(({ before }) => before));
  const changed = open.rows().filter((row) => !known.has(row));
  const gone = goneRows(
    table,
    changes.flatMap(({ before }) => before),
    open.rows(),
  );
  if (gone.length > 0) await deleteRows(transaction, table, gone);
  if (changed.length > 0) await upsertRows(transaction, table, changed);
}

function goneRows(table: Table, before: readonly Row[], after: readonly Row[]): readonly Row[] {
  const keyOf = (row: Row) => table.primaryKey.map(({ property }) => String(row[property])).join(' ');
  const kept = new Set(after.map(keyOf));
  return before.filter((row) => !kept.has(keyOf(row)));
}

async function addDifferences(
  transaction: Transaction,
  summary: Summary,
  tables: readonly OpenTable[],
): Promise<void> {
  const changes = tables.filter(({ folded }) => folded === summary.of).flatMap((table) => table.changes());
  const rows = sumUp(summary, changes);
  if (rows.length > 0) await addToRows(transaction, summary.table, { rows, sums: summary.sums });
}
