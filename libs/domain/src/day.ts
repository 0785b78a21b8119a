const DAY = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/**
 * Whether a text is a calendar day such as `2026-11-27`, in the years 1 to 9999. A day has no time of day and
 * no time zone.
 */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
