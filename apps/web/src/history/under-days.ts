/** Rows under the days (in UTC) on which they happened, in the order in which they come. */
export function underDays<Row extends { readonly at: Date }>(
  rows: readonly Row[],
): readonly { readonly day: Date; readonly entries: readonly Row[] }[] {
  const days: { day: Date; entries: Row[] }[] = [];
  for (const row of rows) {
    const day = new Date(row.at);
    day.setUTCHours(0, 0, 0, 0);
    const last = days.at(-1);
    if (last?.day.getTime() === day.getTime()) last.entries.push(row);
    else days.push({ day, entries: [row] });
  }
  return days;
}
