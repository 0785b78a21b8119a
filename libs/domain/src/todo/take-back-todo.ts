import type { Decision } from '../decision.js';
import type { List } from '../list/list.js';
import { isSameChecklist } from './checklist/checklist.js';
import { TAKE_BACK_CHECKLIST } from './checklist/take-back-checklist.js';
import { isSameDue } from './due.js';
import { isInTrashWithList } from './in-trash-with-list.js';
import { hasSameLabels, labelBack } from './take-back-labelling.js';
import { scheduling } from './schedule-todo.js';
import { isSameRecurring, occurrenceAgain, occurrenceBack, recurrenceBack } from './take-back-recurring.js';
import type { Todo, TodoEvent } from './todo.js';

/** What an event has changed. */
export interface TodoStep {
  readonly event: TodoEvent;
  readonly before: Todo | undefined;
  readonly after: Todo;
}

/** The list that the to-do is in, and the one that it was in before the step. */
interface Lists {
  readonly here: List | undefined;
  readonly there: List | undefined;
}

/**
 * Takes back what one event has changed, however long ago. What others have changed of something else stays; it is refused when
 * the same has changed since, because their change would be lost.
 */
export function takeBackTodo(
  todo: Todo | undefined,
  { event, before, after }: TodoStep,
  { here, there }: Lists,
): Decision<TodoEvent> {
  if (todo === undefined) return 'todo-not-found';
  else if (isInTrashWithList(todo, here)) return 'todo-list-in-trash';
  else if (todo.removedAt !== null && !MAY_BE_IN_TRASH.has(event.type)) return 'todo-in-trash';
  else return TAKE_BACK[event.type]({ todo, event, before: before ?? todo, after, there });
}

const MAY_BE_IN_TRASH: ReadonlySet<TodoEvent['type']> = new Set(['TodoAdded', 'TodoRemoved', 'TodoRestored']);

interface Taken {
  /** As it is now. */
  readonly todo: Todo;
  readonly event: TodoEvent;
  readonly before: Todo;
  readonly after: Todo;
  readonly there: List | undefined;
}

const REMOVED: TodoEvent = { type: 'TodoRemoved', data: {} };

const TAKE_BACK: Readonly<Record<TodoEvent['type'], (taken: Taken) => Decision<TodoEvent>>> = {
  TodoAdded: ({ todo, after }) =>
    todo.removedAt !== null ? [] : unlessChanged(hasSameContents(todo, after), REMOVED),
  TodoRenamed: renameBack,
  TodoNoted: noteBack,
  TodoPrioritised: prioritiseBack,
  TodoCompleted: reopen,
  TodoCompletedBefore: reopen,
  TodoReopened: ({ todo, before }) => (todo.completedAt !== null ? [] : completeAsBefore(before)),
  TodoMoved: moveBack,
  TodoRenumbered: () => [],
  TodoRemoved: ({ todo, there }) => (todo.removedAt === null ? [] : restoreInto(there)),
  TodoRestored: ({ todo }) => (todo.removedAt !== null ? [] : [REMOVED]),
  TodoScheduled: scheduleBack,
  TodoUnscheduled: scheduleBack,
  TodoLabelled: labelBack(false),
  TodoUnlabelled: labelBack(true),
  TodoRecurrenceSet: recurrenceBack,
  TodoRecurrenceEnded: recurrenceBack,
  TodoOccurrenceCompleted: occurrenceBack('completed'),
  TodoOccurrenceSkipped: occurrenceBack('skipped'),
  TodoOccurrenceTakenBack: occurrenceAgain,
  ...TAKE_BACK_CHECKLIST,
};

function renameBack({ todo, before: { title }, after }: Taken): Decision<TodoEvent> {
  if (todo.title === title) return [];
  else return unlessChanged(todo.title === after.title, { type: 'TodoRenamed', data: { title } });
}

function noteBack({ todo, before: { note }, after }: Taken): Decision<TodoEvent> {
  if (todo.note === note) return [];
  else return unlessChanged(todo.note === after.note, { type: 'TodoNoted', data: { note } });
}

function prioritiseBack({ todo, before: { priority }, after }: Taken): Decision<TodoEvent> {
  if (todo.priority === priority) return [];
  const event = { type: 'TodoPrioritised', data: { priority } } as const;
  return unlessChanged(todo.priority === after.priority, event);
}

function scheduleBack({ todo, before, after }: Taken): Decision<TodoEvent> {
  if (isSameDue(todo, before)) return [];
  // What comes again needs a day.
  const isPossible = before.dueOn !== null || todo.recurrence === null;
  return unlessChanged(isPossible && isSameDue(todo, after), scheduling(before));
}

function reopen({ todo, after }: Taken): Decision<TodoEvent> {
  if (todo.completedAt === null) return [];
  const isAsItWasLeft = isSameMoment(todo.completedAt, after.completedAt);
  return unlessChanged(isAsItWasLeft, { type: 'TodoReopened', data: {} });
}

/** To the place that it had: what stood beside it may be gone, but its order still says where it was. */
function moveBack({ todo, before, after, there }: Taken): Decision<TodoEvent> {
  if (isSamePlace(todo, before)) return [];
  else if (there === undefined) return 'list-not-found';
  else if (there.removedAt !== null) return 'list-before-in-trash';
  const data = { listId: before.listId, order: before.sortOrder };
  return unlessChanged(isSamePlace(todo, after), { type: 'TodoMoved', data });
}

/** It was done when it was done, not when somebody takes back that it was not. */
function completeAsBefore({ completedAt }: Todo): Decision<TodoEvent> {
  return completedAt === null
    ? []
    : [{ type: 'TodoCompletedBefore', data: { at: completedAt.toISOString() } }];
}

function restoreInto(list: List | undefined): Decision<TodoEvent> {
  if (list === undefined) return 'list-not-found';
  else return list.removedAt === null ? [{ type: 'TodoRestored', data: {} }] : 'todo-list-in-trash';
}

function unlessChanged(isAsItWasLeft: boolean, event: TodoEvent): Decision<TodoEvent> {
  return isAsItWasLeft ? [event] : 'todo-changed-since';
}

/** Whatever people see of it, but for its place in the list. */
function hasSameContents(one: Todo, other: Todo): boolean {
  return (
    one.title === other.title &&
    one.note === other.note &&
    one.priority === other.priority &&
    one.listId === other.listId &&
    isSameMoment(one.completedAt, other.completedAt) &&
    isDueTheSame(one, other) &&
    hasSameLabels(one, other) &&
    isSameChecklist(one, other)
  );
}

function isDueTheSame(one: Todo, other: Todo): boolean {
  return isSameDue(one, other) && isSameRecurring(one, other);
}

function isSamePlace(one: Todo, other: Todo): boolean {
  return one.listId === other.listId && one.sortOrder === other.sortOrder;
}

function isSameMoment(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}
