import type { Decision } from '../decision.js';
import type { List } from '../list/list.js';
import type { Todo, TodoEvent } from './todo.js';

/** Moves a to-do within its list, or to another list. */
export function moveTodo(
  todo: Todo | undefined,
  list: List | undefined,
  { listId, order }: { readonly listId: string; readonly order: string },
): Decision<TodoEvent> {
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  else if (list === undefined) return 'list-not-found';
  else if (list.removedAt !== null) return 'list-in-trash';
  else if (todo.listId === listId && todo.sortOrder === order) return [];
  else return [{ type: 'TodoMoved', data: { listId, order } }];
}
