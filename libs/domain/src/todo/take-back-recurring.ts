import type { Decision } from '../decision.js';
import { recurrenceText, type Recurring } from './recurrence.js';
import { repeating } from './repeat-todo.js';
import type { Todo, TodoEvent } from './todo.js';

/** As a to-do is now, and as it was before and after what is taken back. */
interface Taken {
  readonly todo: Todo;
  readonly event: TodoEvent;
  readonly before: Todo;
  readonly after: Todo;
}

/** For how it comes again, or that it comes once. */
export function recurrenceBack({ todo, before, after }: Taken): Decision<TodoEvent> {
  if (isSameRecurring(todo, before)) return [];
  const isLeft = isSameRule(todo, after) && (before.recurrence === null || isSameRecurring(todo, after));
  // What comes again needs a day.
  const isPossible = before.recurrence === null || todo.dueOn !== null;
  return isLeft && isPossible ? [repeating(before)] : 'todo-changed-since';
}

/** For an occurrence that was done or skipped. */
export function occurrenceBack(was: 'completed' | 'skipped') {
  return ({ todo, before, after }: Taken): Decision<TodoEvent> => {
    const { occurrence, dueOn } = before;
    if (isAt(todo, before)) return [];
    if (!isAt(todo, after) || occurrence === null || dueOn === null) return 'todo-changed-since';
    return [{ type: 'TodoOccurrenceTakenBack', data: { occurrence, dueOn, was, ...tickedIn(before) } }];
  };
}

function tickedIn({ checklist }: Todo): { readonly ticked?: readonly string[] } {
  const ticked = checklist.filter(({ isTicked }) => isTicked).map(({ id }) => id);
  return ticked.length === 0 ? {} : { ticked };
}

/** For one that was taken back: it is over once more. */
export function occurrenceAgain({ todo, event, before, after }: Taken): Decision<TodoEvent> {
  const { occurrence: next } = before;
  const { occurrence } = after;
  if (isAt(todo, before)) return [];
  else if (!isAt(todo, after) || occurrence === null || next === null) return 'todo-changed-since';
  const wasSkipped = event.type === 'TodoOccurrenceTakenBack' && event.data.was === 'skipped';
  const type = wasSkipped ? 'TodoOccurrenceSkipped' : 'TodoOccurrenceCompleted';
  return [{ type, data: { occurrence, next } }];
}

export function isSameRecurring(one: Recurring, other: Recurring): boolean {
  return isSameRule(one, other) && isSamePlace(one, other);
}

const isSameRule = (one: Recurring, other: Recurring) =>
  recurrenceText(one.recurrence) === recurrenceText(other.recurrence);

const isSamePlace = (one: Recurring, other: Recurring) =>
  one.occurrence === other.occurrence && one.occurrencesOver === other.occurrencesOver;

const isAt = (one: Todo, other: Todo) => isSameRecurring(one, other) && one.dueOn === other.dueOn;
