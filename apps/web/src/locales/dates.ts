import { LRUCache } from 'lru-cache';
import { presentLocale } from './present-locale.js';
import { TAGS } from './tags.js';

const STYLES = {
  day: { dateStyle: 'long' },
  shortDay: { day: 'numeric', month: 'short', year: 'numeric' },
  clock: { timeStyle: 'medium' },
  minute: { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  zone: { timeStyle: 'long' },
  hour: { timeStyle: 'short' },
  weekday: { weekday: 'long' },
  dayAndMonth: { day: 'numeric', month: 'long' },
  weekdayAndDay: { weekday: 'long', day: 'numeric', month: 'long' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** To make one takes much longer than to use it. */
const formats = new LRUCache<string, Intl.DateTimeFormat>({ max: 400 });

/** `24 November 2026`, in the reader's zone. */
export function dayWords(date: Date): string {
  return format('day').format(date);
}

/** `24 Nov 2026`, in the reader's zone. */
export function shortDayWords(date: Date): string {
  return format('shortDay').format(date);
}

/** `14:03:22`, in the reader's zone. */
export function clockWords(date: Date): string {
  return format('clock').format(date);
}

/** `24 November 2026, 14:03:22 UTC`, in the reader's zone, which is named. */
export function momentWords(date: Date): string {
  return `${dayWords(date)}, ${format('zone').format(date)}`;
}

/** `Monday`. @param day of the week, as ISO 8601 counts: 1 is Monday */
export function weekdayWords(day: number): string {
  const format = new Intl.DateTimeFormat(TAGS[presentLocale().language], {
    weekday: 'long',
    timeZone: 'UTC',
  });
  // A month that began on a Monday.
  return format.format(Date.UTC(2024, 0, day));
}

/** `14:03 UTC`, in the reader's zone, which is named. */
export function minuteWords(date: Date): string {
  return format('minute').format(date);
}

/** `14:03`, in the reader's zone, which is not named. */
export function hourWords(date: Date): string {
  return format('hour').format(date);
}

/** The present moment where the reader is. */
export function readersNow(): Temporal.ZonedDateTime {
  return zoned(new Date());
}

/** `2026-11-24`: the day that it is where the reader is. */
export function readersToday(): string {
  return readersNow().toPlainDate().toString();
}

/** `2026-11-24`: the reader's day. */
export function dayOf(date: Date): string {
  return zoned(date).toPlainDate().toString();
}

/** `2026-11-24T14:03:22`: the reader's second, as a field for day and time has it. */
export function secondOf(date: Date): string {
  return zoned(date).toPlainDateTime().toString({ smallestUnit: 'second' });
}

function zoned(date: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(presentLocale().timeZone);
}

function format(style: keyof typeof STYLES): Intl.DateTimeFormat {
  return formatOfDates(style, presentLocale().timeZone);
}

/** How days and times are written in the reader's language, in this zone. */
export function formatOfDates(style: keyof typeof STYLES, timeZone: string): Intl.DateTimeFormat {
  const { language } = presentLocale();
  const key = `${style} ${language} ${timeZone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(TAGS[language], { ...STYLES[style], timeZone });
  formats.set(key, made);
  return made;
}
