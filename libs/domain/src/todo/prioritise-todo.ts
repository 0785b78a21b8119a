import type { Decision } from '../decision.js';
import { PRIORITIES } from './priority.js';
import type { Todo, TodoEvent } from './todo.js';

/** `from` is the priority that the to-do had when somebody chose: somebody else may have given it another one meanwhile. */
export function prioritiseTodo(
  todo: Todo | undefined,
  { priority, from }: { readonly priority: string; readonly from?: string | undefined },
): Decision<TodoEvent> {
  const chosen = PRIORITIES.find((each) => each === priority);
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  else if (chosen === undefined) return 'priority-unknown';
  else if (chosen === todo.priority) return [];
  else if (from !== todo.priority) return 'priority-changed';
  else return [{ type: 'TodoPrioritised', data: { priority: chosen } }];
}
