import { weekdayOf, weekOfMonth, type Recurrence, type Weekday } from '#libs/domain';

/** On which days of the calendar something comes that does so in months or years. */
export type Anchor =
  /** Whenever it begins. */
  | { readonly by: 'beginning' }
  /** On a day of the month; in a month that is too short, on its last. */
  | { readonly by: 'day'; readonly day: number }
  | { readonly by: 'date'; readonly month: number; readonly day: number }
  /** The week is 1 to 4, or -1 for the last. */
  | { readonly by: 'weekday'; readonly week: number; readonly weekday: Weekday };

/** How something comes again, before it is known when it begins. */
export interface Rhythm extends Pick<Recurrence, 'every' | 'unit' | 'weekdays' | 'from'> {
  readonly anchor: Anchor;
}

const ANYHOW = { weekdays: [], from: 'due', anchor: { by: 'beginning' } } as const;

export function rhythm(wanted: Pick<Rhythm, 'every' | 'unit'> & Partial<Rhythm>): Rhythm {
  return { ...ANYHOW, ...wanted };
}

/** Each week on these days. */
export function onWeekdays(weekdays: readonly Weekday[], every = 1): Rhythm {
  return rhythm({ every, unit: 'week', weekdays });
}

/** The rule, and the first day on which it comes, on that day at the earliest. */
export function beginning(
  { anchor, ...wanted }: Rhythm,
  earliest: Temporal.PlainDate,
): { readonly recurrence: Recurrence; readonly occurrence: string } {
  const first = firstDay({ anchor, weekdays: wanted.weekdays }, earliest);
  const recurrence: Recurrence = {
    ...wanted,
    on: anchor.by === 'weekday' ? 'weekday' : 'day',
    until: null,
    times: null,
    start: startOf(anchor, first).toString(),
  };
  return { recurrence, occurrence: first.toString() };
}

function firstDay(
  { anchor, weekdays }: Pick<Rhythm, 'anchor' | 'weekdays'>,
  earliest: Temporal.PlainDate,
): Temporal.PlainDate {
  if (anchor.by === 'beginning') return onOneOf(weekdays, earliest);
  const here = inMonthOf(earliest, anchor);
  const isOver = Temporal.PlainDate.compare(here, earliest) < 0;
  return isOver ? inMonthOf(earliest.add({ [anchor.by === 'date' ? 'years' : 'months']: 1 }), anchor) : here;
}

function onOneOf(weekdays: readonly Weekday[], earliest: Temporal.PlainDate): Temporal.PlainDate {
  const week = Array.from({ length: 7 }, (_, days) => earliest.add({ days }));
  return week.find((day) => weekdays.includes(weekdayOf(day))) ?? earliest;
}

type Anchored = Exclude<Anchor, { by: 'beginning' }>;

/** The day in the month of another one, or in its year. */
function inMonthOf(other: Temporal.PlainDate, anchor: Anchored): Temporal.PlainDate {
  switch (anchor.by) {
    case 'day':
      return other.with({ day: anchor.day });
    case 'date':
      return other.with({ month: anchor.month, day: anchor.day });
    case 'weekday':
      return weekdayInMonth(other, anchor);
  }
}

function weekdayInMonth(
  other: Temporal.PlainDate,
  { week, weekday }: Extract<Anchor, { by: 'weekday' }>,
): Temporal.PlainDate {
  const from = other.with({ day: week === -1 ? other.daysInMonth - 6 : 7 * week - 6 });
  return onOneOf([weekday], from);
}

/**
 * The day that a rule is counted from says on which days it comes. Where the first one to come is another, because its month is too short or
 * has four such weekdays only, it is the last one before that.
 */
function startOf(anchor: Anchor, first: Temporal.PlainDate): Temporal.PlainDate {
  if (anchor.by === 'beginning') return first;
  const [step, most] = anchor.by === 'date' ? (['years', 8] as const) : (['months', 12] as const);
  const days = Array.from({ length: most + 1 }, (_, back) =>
    inMonthOf(first.with({ day: 1 }).subtract({ [step]: back }), anchor),
  );
  return days.find((day) => saysOf(anchor, day)) ?? first;
}

function saysOf(anchor: Anchored, day: Temporal.PlainDate): boolean {
  if (anchor.by === 'weekday') return anchor.week !== -1 || weekOfMonth(day) === -1;
  else return day.day === anchor.day;
}
