import type { Decision } from '../decision.js';
import { parseText } from '../text.js';
import type { Todo, TodoEvent } from './todo.js';

export function renameTodo(
  todo: Todo | undefined,
  { title }: { readonly title: string },
): Decision<TodoEvent> {
  const parsed = parseText(title);
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  else if (!parsed.ok) return `title-${parsed.problem}`;
  else if (parsed.text === todo.title) return [];
  else return [{ type: 'TodoRenamed', data: { title: parsed.text } }];
}
