import type { Decision } from '../decision.js';
import type { List } from '../list/list.js';
import { parseText } from '../text.js';
import type { Todo, TodoEvent } from './todo.js';

export function addTodo(
  todo: Todo | undefined,
  list: List | undefined,
  { listId, title }: { readonly listId: string; readonly title: string },
): Decision<TodoEvent> {
  const parsed = parseText(title);
  if (list === undefined) return 'list-not-found';
  else if (list.removedAt !== null) return 'list-in-trash';
  else if (todo !== undefined) return 'todo-exists';
  else if (!parsed.ok) return `title-${parsed.problem}`;
  else return [{ type: 'TodoAdded', data: { listId, title: parsed.text } }];
}
