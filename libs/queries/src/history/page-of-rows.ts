import type { Todo } from '#libs/domain';
import type { TodoCursor, TodoList } from '../get-todo-list.js';
import { PAGE_SIZE, type Show } from '../shown.js';

/** Which page of a list to return, and of which tab. */
export interface TodoPage {
  readonly show: Show;
  readonly after?: TodoCursor | undefined;
  readonly limit?: number;
}

const SHOWN: Readonly<Record<Show, (todo: Todo) => boolean>> = {
  all: () => true,
  active: ({ completedAt }) => completedAt === null,
  done: ({ completedAt }) => completedAt !== null,
};

/** Makes the counters and a page of to-dos from folded to-dos, as `GetTodoList` does from the tables. */
export function pageOfRows(
  rows: readonly Todo[],
  { show, after, limit = PAGE_SIZE }: TodoPage,
): Pick<TodoList, 'open' | 'done' | 'todos' | 'next'> {
  const kept = rows.filter(({ removedAt }) => removedAt === null);
  const shown = kept
    .filter(SHOWN[show])
    .map((todo) => ({ ...todo, order: todo.sortOrder }))
    .sort(compare)
    .filter((todo) => after === undefined || compare(todo, after) > 0);
  const todos = shown.slice(0, limit);
  const last = todos.at(-1);
  const done = kept.filter(SHOWN.done).length;
  return {
    open: kept.length - done,
    done,
    todos,
    next: shown.length > limit && last ? { order: last.order, id: last.id } : undefined,
  };
}

/** Compares by code units. For keys and ids, PostgreSQL's collation "C" and its uuids have the same order. */
function compare(one: TodoCursor, other: TodoCursor): number {
  if (one.order !== other.order) return one.order < other.order ? -1 : 1;
  else if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  else return 0;
}
