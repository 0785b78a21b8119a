import type { Decision } from '../decision.js';
import type { Todo, TodoEvent } from './todo.js';

/**
 * Gives a to-do a shorter order without changing where it stands in its list. Does nothing if the to-do has
 * left the list.
 */
export function renumberTodo(
  todo: Todo | undefined,
  { listId, order }: { readonly listId: string; readonly order: string },
): Decision<TodoEvent> {
  if (todo === undefined || todo.listId !== listId || todo.removedAt !== null) return [];
  else if (todo.sortOrder === order) return [];
  else return [{ type: 'TodoRenumbered', data: { order } }];
}
