import { day, moment, oneOf, optional, text, timeOfDay, uuid } from '../codec.js';
import { event, type EventOf } from '../event-codec.js';
import { dateOf } from '../moment.js';
import { orderAt, orderKey } from '../order.js';
import type { Recorded } from '../recorded.js';
import type { TextProblem } from '../text.js';
import type { NoteProblem } from './note.js';
import { changedLabels, LABELLING_EVENTS, type Labelled } from './labelling-events.js';
import { PRIORITIES, type Priority } from './priority.js';
import { NO_CHECKLIST, type ChecklistRefusal, type WithChecklist } from './checklist/checklist.js';
import { CHECKLIST_EVENTS, changedChecklist, isChecklistEvent } from './checklist/checklist-events.js';
import { checklistOfOccurrence } from './checklist/checklist-of-occurrence.js';
import { NOT_DUE, type Due } from './due.js';
import { changedRecurring, RECURRING_EVENTS } from './recurring-events.js';
import { COMES_ONCE, type Recurring } from './recurrence.js';

/** The events that can happen to a to-do. */
export const TODO_EVENTS = {
  // Version 1 stored an order made from the time. If that clock was fast, to-dos added later appeared above
  // it.
  TodoAdded: event({ listId: uuid, title: text, order: optional(orderKey) }, (data) => data),
  TodoRenamed: event({ title: text }),
  // An empty one: it was taken away.
  TodoNoted: event({ note: text }),
  TodoPrioritised: event({ priority: oneOf(...PRIORITIES) }),
  TodoCompleted: event({}),
  // Not just now: in the workspace that it was copied from, or before somebody reopened it, which was taken back.
  TodoCompletedBefore: event({ at: moment }),
  TodoReopened: event({}),
  TodoMoved: event({ listId: uuid, order: orderKey }),
  // No person asks for this one: repeated moves make orders longer, so they are shortened now and then.
  TodoRenumbered: event({ order: orderKey }),
  TodoRemoved: event({}),
  TodoRestored: event({}),
  // A time is kept as clocks in its zone show it, because a law may change which moment that is.
  TodoScheduled: event({ dueOn: day, dueTime: optional(timeOfDay), zone: optional(text) }),
  TodoUnscheduled: event({}),
  ...RECURRING_EVENTS,
  ...CHECKLIST_EVENTS,
  ...LABELLING_EVENTS,
};

export type TodoEvent = EventOf<typeof TODO_EVENTS>;

/** The reasons to refuse that lie in a to-do. */
export type TodoRefusal =
  | `title-${TextProblem}`
  | 'title-changed'
  | 'title-one-too-many'
  | `note-${NoteProblem}`
  | 'note-changed'
  | 'priority-unknown'
  | 'priority-changed'
  | 'due-changed'
  | 'dueDate-not-a-day'
  | 'dueTime-without-a-day'
  | 'dueTime-not-a-time'
  | 'every-without-a-day'
  | 'every-changed'
  | 'every-not-a-number'
  | 'until-not-a-day'
  | 'until-in-the-past'
  | 'until-and-times'
  | 'times-not-a-number'
  | 'dueDate-needed'
  | 'todo-comes-once'
  | 'todo-last-occurrence'
  | ChecklistRefusal
  | 'todo-exists'
  | 'todo-not-found'
  | 'todo-in-trash'
  | 'todo-list-in-trash'
  | 'todo-moved-away'
  | 'todo-neighbour-gone'
  | 'todo-changed-since';

/** The state of a to-do, folded from its events. Decisions are based on it, and pages show it. */
export interface Todo extends Due, Recurring, Labelled, WithChecklist {
  readonly id: string;
  readonly workspaceId: string;
  readonly listId: string;
  /** The lists from which it was moved away; it may have come back to one of them. */
  readonly formerListIds: readonly string[];
  readonly title: string;
  readonly priority: Priority;
  /** In Markdown; empty while it has none. */
  readonly note: string;
  /** The version of the event that gave it this note; 0 if it never had one. */
  readonly noteVersion: number;
  /** Determines where the to-do stands in its list: a key of fractional indexing. */
  readonly sortOrder: string;
  readonly createdAt: Date;
  /** When the to-do was completed; null while it is open. */
  readonly completedAt: Date | null;
  /** When the to-do was moved to the trash; null if it is not in the trash. */
  readonly removedAt: Date | null;
  /** The version of the last event that was folded. */
  readonly version: number;
  /** The position of that event. */
  readonly position: number;
  /** When that event was recorded. */
  readonly changedAt: Date;
}

/**
 * Applies an event to a to-do. Decisions, catching up, replay, verification, history and time travel all use
 * this fold. It never refuses an event: what is in the log has happened.
 *
 * @throws Error if the event comes before `TodoAdded`, which no decision allows
 */
export function evolveTodo(todo: Todo | undefined, recorded: Recorded<TodoEvent>): Todo {
  const { event, version, position, recordedAt } = recorded;
  if (event.type === 'TodoAdded') return added(event.data, recorded);
  else if (todo === undefined) throw new Error(`${event.type} comes before TodoAdded`);
  else return { ...todo, ...change(todo, { ...recorded, event }), version, position, changedAt: recordedAt };
}

type DataOf<Type extends TodoEvent['type']> = Extract<TodoEvent, { type: Type }>['data'];

function added({ listId, title, order }: DataOf<'TodoAdded'>, recorded: Recorded<TodoEvent>): Todo {
  return {
    id: recorded.streamId,
    workspaceId: recorded.workspaceId,
    listId,
    formerListIds: [],
    title,
    priority: 'none',
    note: '',
    noteVersion: 0,
    labelIds: [],
    sortOrder: order ?? orderAt(recorded.position),
    createdAt: recorded.recordedAt,
    completedAt: null,
    removedAt: null,
    ...NOT_DUE,
    ...COMES_ONCE,
    ...NO_CHECKLIST,
    version: recorded.version,
    position: recorded.position,
    changedAt: recorded.recordedAt,
  };
}

function change(
  todo: Todo,
  { event, version, recordedAt }: Recorded<Exclude<TodoEvent, { type: 'TodoAdded' }>>,
): Partial<Todo> {
  if (isChecklistEvent(event)) return changedChecklist(todo, event);
  switch (event.type) {
    case 'TodoRenamed':
      return { title: event.data.title };
    case 'TodoNoted':
      return { note: event.data.note, noteVersion: version };
    case 'TodoPrioritised':
      return { priority: event.data.priority };
    case 'TodoCompleted':
      return { completedAt: recordedAt };
    case 'TodoCompletedBefore':
      return { completedAt: dateOf(event.data.at) };
    case 'TodoReopened':
      return { completedAt: null };
    case 'TodoMoved':
      return { sortOrder: event.data.order, ...inList(todo, event.data.listId) };
    case 'TodoRenumbered':
      return { sortOrder: event.data.order };
    case 'TodoRemoved':
      return { removedAt: recordedAt };
    case 'TodoRestored':
      return { removedAt: null };
    case 'TodoScheduled':
    case 'TodoUnscheduled':
      return due(event);
    case 'TodoRecurrenceSet':
    case 'TodoRecurrenceEnded':
    case 'TodoOccurrenceCompleted':
    case 'TodoOccurrenceSkipped':
    case 'TodoOccurrenceTakenBack':
      return { ...changedRecurring(todo, event), ...checklistOfOccurrence(todo, event) };
    case 'TodoLabelled':
    case 'TodoUnlabelled':
      return changedLabels(todo, event);
  }
}

function due(event: Extract<TodoEvent, { type: 'TodoScheduled' | 'TodoUnscheduled' }>): Due {
  if (event.type === 'TodoUnscheduled') return NOT_DUE;
  const { dueOn, dueTime, zone } = event.data;
  const hasTime = dueTime !== undefined && zone !== undefined;
  return hasTime ? { dueOn, dueTime, dueZone: zone } : { ...NOT_DUE, dueOn };
}

function inList({ listId, formerListIds }: Todo, to: string): Partial<Todo> {
  if (listId === to) return {};
  else return { listId: to, formerListIds: [...formerListIds.filter((id) => id !== listId), listId] };
}
