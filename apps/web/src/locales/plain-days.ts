import { formatOfDates } from './dates.js';

/** `24 November 2026`: a calendar day, which is the same in every zone. */
export function plainDayWords(day: Temporal.PlainDate): string {
  return words('day', day);
}

/** `24 Nov 2026` */
export function shortPlainDayWords(day: Temporal.PlainDate): string {
  return words('shortDay', day);
}

/** `Tuesday` */
export function plainWeekdayWords(day: Temporal.PlainDate): string {
  return words('weekday', day);
}

/** `Tuesday, 24 November` */
export function weekdayAndDayWords(day: Temporal.PlainDate): string {
  return words('weekdayAndDay', day);
}

/** `24 November` */
export function dayAndMonthWords(day: Temporal.PlainDate): string {
  return words('dayAndMonth', day);
}

function words(style: Parameters<typeof formatOfDates>[0], day: Temporal.PlainDate): string {
  return formatOfDates(style, 'UTC').format(day.toZonedDateTime('UTC').epochMilliseconds);
}
