import type { Recorded } from '../recorded.js';
import type { TodoEvent } from './todo-events.js';

/** A to-do as it is shown: with its times, and where it has been. */
export interface TodoRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly listId: string;
  /** Lists that it was moved out of; it may have come back to one of them. */
  readonly formerListIds: readonly string[];
  readonly title: string;
  readonly sortOrder: string;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
  readonly removedAt: Date | null;
  readonly version: number;
}

/**
 * One fold for everything that is shown: catching up, replay, verification, history and time travel.
 *
 * @throws Error when the event cannot follow, which no decision allows
 */
export function evolveTodoRow(row: TodoRow | undefined, recorded: Recorded<TodoEvent>): TodoRow {
  const { event, version } = recorded;
  if (event.type === 'TodoAdded') return added(event, recorded);
  else if (row === undefined) throw new Error(`${event.type} comes before TodoAdded`);
  else return { ...row, ...change(row, event, recorded.recordedAt), version };
}

function added({ data }: Extract<TodoEvent, { type: 'TodoAdded' }>, recorded: Recorded<TodoEvent>): TodoRow {
  return {
    id: recorded.streamId,
    workspaceId: recorded.workspaceId,
    listId: data.listId,
    formerListIds: [],
    title: data.title,
    sortOrder: data.order,
    createdAt: recorded.recordedAt,
    completedAt: null,
    removedAt: null,
    version: recorded.version,
  };
}

function change(
  row: TodoRow,
  event: Exclude<TodoEvent, { type: 'TodoAdded' }>,
  recordedAt: Date,
): Partial<TodoRow> {
  switch (event.type) {
    case 'TodoRenamed':
      return { title: event.data.title };
    case 'TodoCompleted':
      return { completedAt: recordedAt };
    case 'TodoReopened':
      return { completedAt: null };
    case 'TodoMoved':
      return { sortOrder: event.data.order, ...inList(row, event.data.listId) };
    case 'TodoRemoved':
      return { removedAt: recordedAt };
    case 'TodoRestored':
      return { removedAt: null };
  }
}

function inList({ listId, formerListIds }: TodoRow, to: string): Partial<TodoRow> {
  if (listId === to) return {};
  else return { listId: to, formerListIds: [...formerListIds.filter((id) => id !== listId), listId] };
}
