import type { Due } from '#libs/queries';
import { presentLocale, readersNow } from '../locales/index.js';
import { readersDue, type ReadersDue } from './readers-due.js';

/**
 * When rows say another word of these by themselves, in milliseconds since 1970: at midnight where their reader is, or as soon as a
 * time has passed. Infinity when none of them is due.
 */
export function changesAt(dues: readonly Due[], now = readersNow()): number {
  const all = dues.flatMap((due) => readersDue(due, presentLocale().timeZone) ?? []);
  if (all.length === 0) return Infinity;
  const tomorrow = now.toPlainDate().add({ days: 1 }).toZonedDateTime(now.timeZoneId);
  return Math.min(
    tomorrow.epochMilliseconds,
    ...all.flatMap(passesAt).filter((at) => at > now.epochMilliseconds),
  );
}

/** At the time itself it has not passed yet. */
function passesAt({ at }: ReadersDue): number[] {
  return at === undefined ? [] : [at.epochMilliseconds + 1];
}
