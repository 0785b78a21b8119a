import type { Decision } from '../decision.js';
import type { List } from '../list/list.js';
import type { Todo, TodoEvent } from './todo.js';

/** Into the list that it was in: in the trash with that list, nobody would find it. */
export function restoreTodo(todo: Todo | undefined, list: List | undefined): Decision<TodoEvent> {
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt === null) return [];
  else if (list === undefined) return 'list-not-found';
  else if (list.removedAt !== null) return 'todo-list-in-trash';
  else return [{ type: 'TodoRestored', data: {} }];
}
