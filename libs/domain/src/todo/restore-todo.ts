import type { Decision } from '../decision.js';
import type { Todo, TodoEvent } from './todo.js';

export function restoreTodo(todo: Todo | undefined): Decision<TodoEvent> {
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt === null) return [];
  else return [{ type: 'TodoRestored', data: {} }];
}
