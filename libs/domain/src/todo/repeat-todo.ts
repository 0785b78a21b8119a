import { isDay } from '../day.js';
import type { Decision } from '../decision.js';
import { recurrenceText, UNITS, WEEKDAYS, type Recurrence, type Unit } from './recurrence.js';
import type { Todo, TodoEvent } from './todo.js';

/** Larger numbers are typing errors. */
export const MOST_EVERY = 999;

/** What somebody has filled in. */
interface Wanted {
  /** A number. */
  readonly every: string;
  readonly unit: string;
  readonly weekdays: readonly string[];
  readonly on: Recurrence['on'];
  readonly from: Recurrence['from'];
  /** Empty if it has no last day. */
  readonly until: string;
  /** Empty if it comes without end. */
  readonly times: string;
  /** The rule that it was made from, as `recurrenceText` writes it. A form that does not say it may have been made from any. */
  readonly was?: string | undefined;
}

type RecurrenceProblem =
  'every-not-a-number' | 'until-not-a-day' | 'until-in-the-past' | 'until-and-times' | 'times-not-a-number';

/** Says how a to-do comes again, counted from the day that it is due on. */
export function repeatTodo(todo: Todo | undefined, wanted: Wanted): Decision<TodoEvent> {
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  else if (todo.dueOn === null) return 'every-without-a-day';
  const recurrence = parseRecurrence(wanted, todo.dueOn);
  if (typeof recurrence === 'string') return recurrence;
  else if (isSameRule(recurrence, todo.recurrence)) return [];
  else if (wanted.was !== recurrenceText(todo.recurrence)) return 'every-changed';
  else return [repeating({ recurrence, occurrence: recurrence.start, occurrencesOver: 0 })];
}

/** The event after which it comes again like that. */
export function repeating({
  recurrence,
  occurrence,
  occurrencesOver,
}: Pick<Todo, 'recurrence' | 'occurrence' | 'occurrencesOver'>): TodoEvent {
  if (recurrence === null) return { type: 'TodoRecurrenceEnded', data: {} };
  const data = { ...recurrence, occurrence: occurrence ?? recurrence.start, occurrencesOver };
  return { type: 'TodoRecurrenceSet', data };
}

function parseRecurrence(wanted: Wanted, start: string): Recurrence | RecurrenceProblem {
  const [every, times, until] = [numberIn(wanted.every), numberIn(wanted.times), wanted.until.trim()];
  const unit = UNITS.find((known) => known === wanted.unit) ?? 'day';
  if (every === undefined) return 'every-not-a-number';
  else if (until !== '' && wanted.times.trim() !== '') return 'until-and-times';
  else if (wanted.times.trim() !== '' && times === undefined) return 'times-not-a-number';
  else if (until !== '' && !isDay(until)) return 'until-not-a-day';
  else if (until !== '' && until < start) return 'until-in-the-past';
  const ends = { until: until === '' ? null : until, times: times ?? null };
  return { every, unit, ...daysOf(wanted, unit), from: wanted.from, ...ends, start };
}

function daysOf({ weekdays, on }: Wanted, unit: Unit): Pick<Recurrence, 'weekdays' | 'on'> {
  return {
    weekdays: unit === 'week' ? WEEKDAYS.filter((weekday) => weekdays.includes(weekday)) : [],
    on: unit === 'month' ? on : 'day',
  };
}

function numberIn(text: string): number | undefined {
  const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return number >= 1 && number <= MOST_EVERY ? number : undefined;
}

/** Whether somebody asks for what is so: the day on which it began does not count, which is another one in each occurrence. */
function isSameRule(wanted: Recurrence, now: Recurrence | null): boolean {
  return now !== null && recurrenceText({ ...wanted, start: now.start }) === recurrenceText(now);
}
