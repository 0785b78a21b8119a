const UTC = { timeZone: 'UTC' } as const;
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', ...UTC });
const shortDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  ...UTC,
});
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', ...UTC });

/** `24 November 2026`, in UTC. */
export function dayWords(date: Date): string {
  return day.format(date);
}

/** `24 Nov 2026`, in UTC. */
export function shortDayWords(date: Date): string {
  return shortDay.format(date);
}

/** `14:03:22`, in UTC. */
export function clockWords(date: Date): string {
  return clock.format(date);
}

/** `24 November 2026, 14:03:22 UTC`. */
export function momentWords(date: Date): string {
  return `${dayWords(date)}, ${clockWords(date)} UTC`;
}
