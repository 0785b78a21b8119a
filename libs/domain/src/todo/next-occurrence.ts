import { RRuleTemporal } from 'rrule-temporal';
import { isDay } from '../day.js';
import { WEEKDAYS, type Recurrence, type Weekday } from './recurrence.js';

/** Which occurrence is over, and when. */
interface Over {
  /** Its day, by the rule. */
  readonly occurrence: string;
  /** How many were over before. */
  readonly occurrencesOver: number;
  /** The day on which it is done or skipped, where whoever does so is. */
  readonly today: string;
}

/**
 * The day of the next occurrence, reckoned in one step however old this one is: those that nobody has done meanwhile are left out.
 * Undefined if there is none any more. The rule is written as RFC 5545 has it.
 */
export function nextOccurrence(
  recurrence: Recurrence,
  { occurrence, occurrencesOver, today }: Over,
): string | undefined {
  const { times, until } = recurrence;
  if (times !== null && occurrencesOver + 1 >= times) return undefined;
  const next =
    recurrence.from === 'completion'
      ? following(recurrence, { start: today, after: today })
      : following(recurrence, { start: recurrence.start, after: later(occurrence, today) });
  return next === undefined || (until !== null && next > until) ? undefined : next;
}

/** Days are texts that are in the order of the days. */
const later = (one: string, other: string) => (one > other ? one : other);

function following(
  recurrence: Recurrence,
  { start, after }: { readonly start: string; readonly after: string },
): string | undefined {
  const rule = new RRuleTemporal({ dtstart: atMidnight(start), ...ruleOf(recurrence, start) });
  const next = rule.next(atMidnight(after))?.toPlainDate().toString();
  // After the year 9999 there are days that no event can have.
  return next !== undefined && isDay(next) ? next : undefined;
}

/** Days are days everywhere: in a zone without changes of the clock none is longer than another. */
const atMidnight = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime('UTC');

function ruleOf({ every, unit, weekdays, on }: Recurrence, start: string) {
  const first = Temporal.PlainDate.from(start);
  switch (unit) {
    case 'day':
      return { freq: 'DAILY' as const, interval: every };
    case 'week':
      return { freq: 'WEEKLY' as const, interval: every, byDay: weekdaysOr(weekdays, first) };
    case 'month':
      return on === 'weekday'
        ? { freq: 'MONTHLY' as const, interval: every, byDay: [nthWeekday(first)] }
        : { freq: 'MONTHLY' as const, interval: every, ...onDayOfMonth(first.day) };
    case 'year':
      return { freq: 'YEARLY' as const, interval: every, byMonth: [first.month], ...onDayOfMonth(first.day) };
  }
}

/** Where a month is too short for the day, its last one: the rule takes the last of those that there are. */
function onDayOfMonth(day: number) {
  if (day <= SHORTEST_MONTH) return { byMonthDay: [day] };
  const days = Array.from({ length: day - SHORTEST_MONTH + 1 }, (_, index) => SHORTEST_MONTH + index);
  return { byMonthDay: days, bySetPos: [-1] };
}

const SHORTEST_MONTH = 28;

/** `3TU`; a fifth one is the last, which every month has. */
function nthWeekday(first: Temporal.PlainDate): string {
  return `${weekOfMonth(first)}${short(weekdayOf(first))}`;
}

/** The week of the month in which its weekday is, or -1 for the last of them. */
export function weekOfMonth({ day }: Temporal.PlainDate): number {
  const nth = Math.ceil(day / 7);
  return nth === 5 ? -1 : nth;
}

export function weekdayOf({ dayOfWeek }: Temporal.PlainDate): Weekday {
  return WEEKDAYS[dayOfWeek - 1] ?? 'monday';
}

function weekdaysOr(weekdays: readonly Weekday[], first: Temporal.PlainDate): string[] {
  return weekdays.length === 0 ? [short(weekdayOf(first))] : weekdays.map(short);
}

const short = (weekday: Weekday) => weekday.slice(0, 2).toUpperCase();
