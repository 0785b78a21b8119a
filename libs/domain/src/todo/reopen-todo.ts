import type { Decision } from '../decision.js';
import type { Todo, TodoEvent } from './todo.js';

export function reopenTodo(todo: Todo | undefined): Decision<TodoEvent> {
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  else if (todo.completedAt === null) return [];
  else return [{ type: 'TodoReopened', data: {} }];
}
