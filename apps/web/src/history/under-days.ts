import { dayOf } from '../locales/index.js';

/** Rows under the days (in the reader's zone) on which they happened, in the order in which they come. */
export function underDays<Row extends { readonly at: Date }>(
  rows: readonly Row[],
): readonly { readonly day: Date; readonly entries: readonly Row[] }[] {
  const days: { day: Date; entries: Row[] }[] = [];
  for (const row of rows) {
    const last = days.at(-1);
    if (last !== undefined && dayOf(last.day) === dayOf(row.at)) last.entries.push(row);
    else days.push({ day: row.at, entries: [row] });
  }
  return days;
}
