import type { Decision } from '../decision.js';
import type { Todo, TodoEvent } from './todo.js';

/** A shorter order that keeps the to-do where it is in its list; nothing when it is not there any more. */
export function renumberTodo(
  todo: Todo | undefined,
  { listId, order }: { readonly listId: string; readonly order: string },
): Decision<TodoEvent> {
  if (todo === undefined || todo.listId !== listId || todo.removedAt !== null) return [];
  else if (todo.sortOrder === order) return [];
  else return [{ type: 'TodoRenumbered', data: { order } }];
}
