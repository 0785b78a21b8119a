import type { Decision } from '../decision.js';
import type { List } from '../list/list.js';
import { sayingOf, type SaidOfTodo } from './said-of-todo.js';
import type { Todo, TodoEvent } from './todo.js';

export interface ReceivedTodo extends SaidOfTodo {
  readonly listId: string;
  readonly title: string;
  readonly note: string;
  /** Where it stood in the list that it comes from. */
  readonly order: string;
  /** When it was completed there; null while it is open. */
  readonly completedAt: Date | null;
}

/** A to-do that comes with its list from another workspace, as it was there. */
export function receiveTodo(
  todo: Todo | undefined,
  list: List | undefined,
  received: ReceivedTodo,
): Decision<TodoEvent> {
  if (list === undefined) return 'list-not-found';
  else if (list.removedAt !== null) return 'list-in-trash';
  else if (todo !== undefined) return 'todo-exists';
  const { listId, title, note, order, completedAt } = received;
  return [
    { type: 'TodoAdded', data: { listId, title, order } },
    ...(note === '' ? [] : [{ type: 'TodoNoted', data: { note } } as const]),
    ...sayingOf(received),
    ...completedBefore(completedAt),
  ];
}

function completedBefore(at: Date | null): readonly TodoEvent[] {
  return at === null ? [] : [{ type: 'TodoCompletedBefore', data: { at: at.toISOString() } }];
}
