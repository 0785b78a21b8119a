import type { RowChange } from './open-table.js';
import type { Row, Summary } from './projection.js';

/**
 * The amounts to add to a summary: rows after a change are added, rows before it are subtracted. Amounts of 0
 * matter only to generated columns, which change whenever a row behind the sums does.
 */
export function sumUp(summary: Summary, changes: readonly RowChange[]): readonly Row[] {
  const totals = new Map<string, Row>();
  for (const { before, after } of changes) {
    for (const counted of before.flatMap(summary.count)) add(totals, summary, counted, -1);
    for (const counted of after.flatMap(summary.count)) add(totals, summary, counted, 1);
  }
  const isGenerated = summary.table.columns.some((column) => column.isGenerated);
  return [...totals.values()].filter(
    (total) => isGenerated || summary.sums.some((property) => total[property] !== 0),
  );
}

function add(totals: Map<string, Row>, { table, sums }: Summary, counted: Row, sign: 1 | -1): void {
  const key = table.primaryKey.map(({ property }) => String(counted[property])).join(' ');
  const before = totals.get(key);
  const added = sums.map((property) => {
    const sum = Number(before?.[property] ?? 0) + sign * Number(counted[property]);
    return [property, sum] as const;
  });
  totals.set(key, { ...counted, ...Object.fromEntries<number>(added) });
}
