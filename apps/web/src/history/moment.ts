import { z } from 'zod';

const DAY_OR_TIME = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })]);

const MICROSECONDS = /\.\d{3}(\d{1,3})/;
const WITHOUT_ZONE = /T[^Z+-]+$/;

/**
 * The moment that an address names, as ISO 8601 in UTC with microseconds; undefined when it names none. Without a zone
 * it is UTC, and a day alone is the beginning of that day.
 */
export function parseMoment(text: string): string | undefined {
  // A plus sign that was typed into an address arrives as a space.
  const parsed = DAY_OR_TIME.safeParse(text.trim().replace(' ', '+'));
  if (!parsed.success) return undefined;
  const date = new Date(WITHOUT_ZONE.test(parsed.data) ? `${parsed.data}Z` : parsed.data);
  const year = date.getUTCFullYear();
  const microseconds = (MICROSECONDS.exec(parsed.data)?.[1] ?? '').padEnd(3, '0');
  return year >= 1 && year <= 9999 ? date.toISOString().replace('Z', `${microseconds}Z`) : undefined;
}

/** The minute, as a field for day and time has it. */
export function minuteOf(date: Date): string {
  return date.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);
}
