export const UNITS = ['day', 'week', 'month', 'year'] as const;
export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

export type Unit = (typeof UNITS)[number];
export type Weekday = (typeof WEEKDAYS)[number];

/** How a to-do comes again: a fact of its own, which completing one occurrence never changes. */
export interface Recurrence {
  /** So many of the units lie between two occurrences. */
  readonly every: number;
  readonly unit: Unit;
  /** In weeks: the days on which it comes, in their order. Otherwise none. */
  readonly weekdays: readonly Weekday[];
  /** In months: on the day of the month that `start` is, or on its weekday, such as the third Tuesday. Otherwise `day`. */
  readonly on: 'day' | 'weekday';
  /** What is counted from: the day that it was due on, or the day on which it was done. */
  readonly from: 'due' | 'completion';
  /** The last day on which it may come; null if that is open. */
  readonly until: string | null;
  /** How often it comes in all; null if that is open. */
  readonly times: number | null;
  /** The day of the first occurrence. */
  readonly start: string;
}

/** Where a to-do is in its recurrence. */
export interface Recurring {
  /** Null if it comes once. */
  readonly recurrence: Recurrence | null;
  /** The day of the present occurrence, by the rule: the to-do may have been put off to another one. Null if it comes once. */
  readonly occurrence: string | null;
  /** How many occurrences are over, done or skipped. */
  readonly occurrencesOver: number;
}

export const COMES_ONCE: Recurring = { recurrence: null, occurrence: null, occurrencesOver: 0 };

/** One text for what is one rule. */
export function recurrenceText(recurrence: Recurrence | null): string {
  if (recurrence === null) return '';
  const { every, unit, weekdays, on, from, until, times, start } = recurrence;
  return JSON.stringify([every, unit, weekdays, on, from, until, times, start]);
}
