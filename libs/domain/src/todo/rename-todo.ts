import type { Decision } from '../decision.js';
import { parseText } from '../text.js';
import type { Todo, TodoEvent } from './todo.js';

/**
 * `from` is the title that the new one was made from: somebody else may have given it another one meanwhile. A form that does not
 * say it, as those of version 0.1.0, may have been made from any.
 */
export function renameTodo(
  todo: Todo | undefined,
  { title, from }: { readonly title: string; readonly from?: string | undefined },
): Decision<TodoEvent> {
  const parsed = parseText(title);
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  else if (!parsed.ok) return `title-${parsed.problem}`;
  else if (parsed.text === todo.title) return [];
  else if (from !== todo.title) return 'title-changed';
  else return [{ type: 'TodoRenamed', data: { title: parsed.text } }];
}
