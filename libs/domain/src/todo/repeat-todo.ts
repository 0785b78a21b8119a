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
  const every = numberIn(wanted.every);
  const end = parseEnd(wanted, start);
  if (every === undefined) return 'every-not-a-number';
  else if (typeof end === 'string') return end;
  const unit = UNITS.find((known) => known === wanted.unit) ?? 'day';
  return { every, unit, ...daysOf(wanted, unit), from: wanted.from, ...end, start };
}

type End = Pick<Recurrence, 'until' | 'times'>;

function parseEnd({ until, times }: Wanted, start: string): End | RecurrenceProblem {
  const [day, often] = [until.trim(), times.trim()];
  if (day !== '' && often !== '') return 'until-and-times';
  else if (often !== '') return parseTimes(often);
  else if (day === '') return { until: null, times: null };
  else if (!isDay(day)) return 'until-not-a-day';
  else return day < start ? 'until-in-the-past' : { until: day, times: null };
}

function parseTimes(text: string): End | RecurrenceProblem {
  const times = numberIn(text);
  return times === undefined ? 'times-not-a-number' : { until: null, times };
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
