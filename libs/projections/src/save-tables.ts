import { adding, deleting, inserting, upserting, type Change, type Table } from '#libs/read-model';
import type { OpenTable } from './open-table.js';
import type { Projection, Row, Summary } from './projection.js';
import { sumUp } from './sum-up.js';

/** Writes the changed rows, deletes rows that no longer exist, and adds the differences to the summaries. */
export function savingTables({ summaries }: Projection, tables: readonly OpenTable[]): readonly Change[] {
  return [
    ...tables.flatMap(savingTable),
    ...summaries.flatMap((summary) => addingDifferences(summary, tables)),
  ];
}

/**
 * Inserts the rows of streams that have none in the tables yet. Summaries are filled later, from all rows.
 */
export function insertingTables(tables: readonly OpenTable[]): readonly Change[] {
  return tables.flatMap((open) => {
    const rows = open.rows();
    return rows.length > 0 ? [inserting(open.folded.table, rows)] : [];
  });
}

function savingTable(open: OpenTable): readonly Change[] {
  const { table } = open.folded;
  const before = open.changes().flatMap((change) => change.before);
  const known = new Set(before);
  const changed = open.rows().filter((row) => !known.has(row));
  const gone = goneRows(table, before, open.rows());
  return [
    ...(gone.length > 0 ? [deleting(table, gone)] : []),
    ...(changed.length > 0 ? [upserting(table, changed)] : []),
  ];
}

function goneRows(table: Table, before: readonly Row[], after: readonly Row[]): readonly Row[] {
  const keyOf = (row: Row) => table.primaryKey.map(({ property }) => String(row[property])).join(' ');
  const kept = new Set(after.map(keyOf));
  return before.filter((row) => !kept.has(keyOf(row)));
}

function addingDifferences(summary: Summary, tables: readonly OpenTable[]): readonly Change[] {
  const changes = tables.filter(({ folded }) => folded === summary.of).flatMap((table) => table.changes());
  const rows = sumUp(summary, changes);
  return rows.length > 0 ? [adding(summary.table, rows, summary.sums)] : [];
}
