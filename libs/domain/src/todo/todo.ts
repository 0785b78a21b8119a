import { optional, text, uuid } from '../codec.js';
import { event, type EventOf } from '../event-codec.js';
import { orderAt, orderKey } from '../order.js';
import type { Recorded } from '../recorded.js';

/** What can have happened to a to-do. */
export const TODO_EVENTS = {
  // Version 1 had an order made of the time: a clock that was ahead put what was added later above.
  TodoAdded: event({ listId: uuid, title: text, order: optional(orderKey) }, (data) => data),
  TodoRenamed: event({ title: text }),
  TodoCompleted: event({}),
  TodoReopened: event({}),
  TodoMoved: event({ listId: uuid, order: orderKey }),
  // Not by anybody's wish: where to-dos are moved to and fro, orders grow, and are shortened now and then.
  TodoRenumbered: event({ order: orderKey }),
  TodoRemoved: event({}),
  TodoRestored: event({}),
};

export type TodoEvent = EventOf<typeof TODO_EVENTS>;

/** A to-do, as its events make it: what decisions look at, and what is shown. */
export interface Todo {
  readonly id: string;
  readonly workspaceId: string;
  readonly listId: string;
  /** Lists that it was moved out of; it may have come back to one of them. */
  readonly formerListIds: readonly string[];
  readonly title: string;
  /** Its place in the list: a key of fractional indexing. */
  readonly sortOrder: string;
  readonly createdAt: Date;
  /** When it was completed; null while it is open. */
  readonly completedAt: Date | null;
  /** When it was moved to the trash; null when it is not there. */
  readonly removedAt: Date | null;
  /** How many events made it. */
  readonly version: number;
}

/**
 * The one fold of a to-do: for decisions, catching up, replay, verification, history and time travel. It never refuses:
 * what is in the log has happened.
 *
 * @throws Error when the event cannot follow, which no decision allows
 */
export function evolveTodo(todo: Todo | undefined, recorded: Recorded<TodoEvent>): Todo {
  const { event, version } = recorded;
  if (event.type === 'TodoAdded') return added(event.data, recorded);
  else if (todo === undefined) throw new Error(`${event.type} comes before TodoAdded`);
  else return { ...todo, ...change(todo, event, recorded.recordedAt), version };
}

type Added = Extract<TodoEvent, { type: 'TodoAdded' }>['data'];

function added({ listId, title, order }: Added, recorded: Recorded<TodoEvent>): Todo {
  return {
    id: recorded.streamId,
    workspaceId: recorded.workspaceId,
    listId,
    formerListIds: [],
    title,
    sortOrder: order ?? orderAt(recorded.position),
    createdAt: recorded.recordedAt,
    completedAt: null,
    removedAt: null,
    version: recorded.version,
  };
}

function change(
  todo: Todo,
  event: Exclude<TodoEvent, { type: 'TodoAdded' }>,
  recordedAt: Date,
): Partial<Todo> {
  switch (event.type) {
    case 'TodoRenamed':
      return { title: event.data.title };
    case 'TodoCompleted':
      return { completedAt: recordedAt };
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
  }
}

function inList({ listId, formerListIds }: Todo, to: string): Partial<Todo> {
  if (listId === to) return {};
  else return { listId: to, formerListIds: [...formerListIds.filter((id) => id !== listId), listId] };
}
