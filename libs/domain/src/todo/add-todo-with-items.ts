import type { Decision } from '../decision.js';
import type { List } from '../list/list.js';
import { isRefusal } from '../refusal.js';
import { parseText } from '../text.js';
import { addTodo } from './add-todo.js';
import { MAX_ITEMS } from './checklist/checklist.js';
import { itemEvents } from './checklist/item-events.js';
import type { Todo, TodoEvent, TodoRefusal } from './todo.js';

interface WrittenLine {
  readonly text: string;
  /** Counts from 1. */
  readonly line: number;
}

interface WrittenTodo extends WrittenLine {
  readonly items: readonly WrittenLine[];
}

interface NewItem {
  readonly itemId: string;
  readonly text: string;
  readonly isTicked: boolean;
}

export interface NewTodo {
  readonly listId: string;
  readonly title: string;
  readonly isDone: boolean;
  readonly items: readonly NewItem[];
}

/** As many to-dos as one command adds. */
export const MAX_TODOS_AT_ONCE = 1_000;

/** Why some of what somebody has written cannot be added, and which line that is: all of it is added, or nothing. */
export function findProblem(
  todos: readonly WrittenTodo[],
): { readonly refusal: TodoRefusal; readonly line: number } | undefined {
  const last = todos.at(MAX_TODOS_AT_ONCE);
  if (last !== undefined) return { refusal: 'title-one-too-many', line: last.line };
  return todos.flatMap(problemsOf).at(0);
}

function problemsOf({ text, line, items }: WrittenTodo) {
  const title = parseText(text);
  const ofTitle = title.ok ? [] : [{ refusal: `title-${title.problem}` as const, line }];
  const ofItems = items.flatMap((item) => {
    const parsed = parseText(item.text);
    return parsed.ok ? [] : [{ refusal: `item-${parsed.problem}` as const, line: item.line }];
  });
  const tooMany = items
    .slice(MAX_ITEMS, MAX_ITEMS + 1)
    .map((item) => ({ refusal: 'item-one-too-many' as const, line: item.line }));
  return [...ofTitle, ...ofItems, ...tooMany];
}

/** Adds a to-do as somebody has written it elsewhere: with its checklist, and done if it was. */
export function addTodoWithItems(
  todo: Todo | undefined,
  list: List | undefined,
  { listId, title, isDone, items }: NewTodo,
): Decision<TodoEvent> {
  const added = addTodo(todo, list, { listId, title });
  if (isRefusal(added)) return added;
  else if (items.length > MAX_ITEMS) return 'item-one-too-many';
  const events: TodoEvent[] = [...added];
  for (const { itemId: id, text, isTicked } of items) {
    const parsed = parseText(text);
    if (!parsed.ok) return `item-${parsed.problem}`;
    events.push(...itemEvents({ id, text: parsed.text, isTicked }));
  }
  return isDone ? [...events, { type: 'TodoCompleted', data: {} }] : events;
}
