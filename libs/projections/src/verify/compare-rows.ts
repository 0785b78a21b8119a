import { isDeepStrictEqual } from 'node:util';
import type { OpenTable } from '../open-table.js';
import type { Row } from '../projection.js';
import type { Findings } from './findings.js';

/** Compares the rows folded from the log with the rows in the table. */
export function compareRows(
  open: OpenTable,
  stored: ReadonlyMap<string, readonly Row[]>,
  findings: Findings,
): void {
  const { name, primaryKey } = open.folded.table;
  const keyOf = (row: Row) => primaryKey.map(({ property }) => String(row[property])).join(' ');
  const expectedRows = open.rows();
  const storedRows = new Map([...stored.values()].flat().map((row) => [keyOf(row), row]));
  findings.compare(name, { expected: expectedRows.length, stored: storedRows.size });
  for (const expected of expectedRows) {
    const key = keyOf(expected);
    const found = storedRows.get(key);
    storedRows.delete(key);
    if (found === undefined) findings.differ({ table: name, key, column: '', expected, found });
    else compareColumns({ table: name, key }, { expected, found }, findings);
  }
  // The remaining rows are in the table, but the events of their streams do not make them.
  for (const [key, found] of storedRows) {
    findings.differ({ table: name, key, column: '', expected: undefined, found });
  }
}

function compareColumns(
  row: { readonly table: string; readonly key: string },
  { expected, found }: { readonly expected: Row; readonly found: Row },
  findings: Findings,
): void {
  for (const [column, value] of Object.entries(expected)) {
    if (!isDeepStrictEqual(value, found[column])) {
      findings.differ({ ...row, column, expected: value, found: found[column] });
    }
  }
}
