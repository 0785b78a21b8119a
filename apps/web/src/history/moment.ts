import { z } from 'zod';
import { presentLocale } from '../locales/index.js';

const day = z.iso.date();

const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The moment that an address names, as ISO 8601 in UTC with microseconds; undefined when it names none. Without a zone
 * it is in that of the reader, and a day alone is the beginning of that day.
 */
export function parseMoment(text: string): string | undefined {
  // A plus sign that was typed into an address arrives as a space.
  const parts = MOMENT.exec(text.trim().replace(' ', '+'));
  if (parts === null || !day.safeParse(parts[1]).success) return undefined;
  const [, date, minute = '00:00', second = '00', fraction = '', zone] = parts;
  const time = timeOf(`${date}T${minute}:${second}`, zone);
  return isKnown(time)
    ? `${time.toISOString().slice(0, -'.000Z'.length)}.${microseconds(fraction)}Z`
    : undefined;
}

/** An invalid date when there is no such time. */
function timeOf(local: string, zone: string | undefined): Date {
  const time = new Date(`${local}${zone ?? 'Z'}`);
  if (zone !== undefined || Number.isNaN(time.getTime())) return time;
  return new Date(
    Temporal.PlainDateTime.from(local).toZonedDateTime(presentLocale().timeZone).epochMilliseconds,
  );
}

/** Years that both sides write with four digits. */
function isKnown(time: Date): boolean {
  const year = time.getUTCFullYear();
  return year >= 1 && year <= 9999;
}

function microseconds(fraction: string): string {
  return fraction.slice(0, 6).padEnd(6, '0');
}
