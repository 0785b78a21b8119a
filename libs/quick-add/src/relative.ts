import { isDay, type Unit } from '#libs/domain';
import { numberIn } from './numbers.js';

/** The next day with that number; undefined if no month has it. */
export function followingDay(number: number, today: Temporal.PlainDate): string | undefined {
  if (number < 1 || number > 31) return undefined;
  const months = Array.from({ length: 3 }, (_, months) => today.add({ months }));
  return months
    .filter((month) => month.daysInMonth >= number)
    .map((month) => month.with({ day: number }))
    .find((day) => Temporal.PlainDate.compare(day, today) >= 0)
    ?.toString();
}

/** So many days, weeks, months or years after today. */
export function daysAhead(
  { number, unit }: { readonly number: string; readonly unit: Unit | undefined },
  { today, words }: { readonly today: Temporal.PlainDate; readonly words: Readonly<Record<string, number>> },
): string | undefined {
  const count = numberIn(number, words);
  if (count === undefined || unit === undefined) return undefined;
  const day = today.add({ [`${unit}s`]: count }).toString();
  return isDay(day) ? day : undefined;
}

/** The Monday of the week behind the present one. */
export const weekBehind = (today: Temporal.PlainDate) => today.add({ days: 8 - today.dayOfWeek }).toString();

/** The first day of the month behind the present one. */
export const monthBehind = (today: Temporal.PlainDate) =>
  today.add({ months: 1 }).with({ day: 1 }).toString();

/** Whether some year has that day: the 29 February counts. */
export function isDateOfYears(month: number, day: number): boolean {
  if (month < 1 || day < 1) return false;
  return day <= Temporal.PlainDate.from({ year: LEAP_YEAR, month, day: 1 }).daysInMonth;
}

const LEAP_YEAR = 2024;
