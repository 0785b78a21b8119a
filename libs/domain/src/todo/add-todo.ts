import type { Decision } from '../decision.js';
import type { List } from '../list/list.js';
import { parseText } from '../text.js';
import { sayingOf, type SaidOfTodo } from './said-of-todo.js';
import type { Todo, TodoEvent } from './todo.js';

interface Added {
  readonly listId: string;
  readonly title: string;
  /** What the sentence that was typed says besides the title. */
  readonly said?: SaidOfTodo | undefined;
}

export function addTodo(
  todo: Todo | undefined,
  list: List | undefined,
  { listId, title, said }: Added,
): Decision<TodoEvent> {
  const parsed = parseText(title);
  if (list === undefined) return 'list-not-found';
  else if (list.removedAt !== null) return 'list-in-trash';
  else if (todo !== undefined) return 'todo-exists';
  else if (!parsed.ok) return `title-${parsed.problem}`;
  const added = { type: 'TodoAdded', data: { listId, title: parsed.text } } as const;
  return [added, ...(said === undefined ? [] : sayingOf(said))];
}
