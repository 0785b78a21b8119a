const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Whether a text is a moment as `Date.toISOString` writes it, in the years 0 to 9999. */
export function isMoment(text: string): boolean {
  if (!MOMENT.test(text)) return false;
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

/** The moment that an event says. */
export function dateOf(moment: string): Date {
  // oxlint-disable-next-line no-restricted-globals -- not the present moment, which no decision may read
  return new Date(moment);
}
