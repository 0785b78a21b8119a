import type { Todo } from '#libs/domain';
import type { TodoList } from '../get-todo-list.js';
import type { Pages } from '../pages.js';
import { PAGE_SIZE, type Show } from '../shown.js';
import type { TodoCursor } from '../todo-cursor.js';

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
): Pick<TodoList, 'open' | 'done' | 'todos' | 'pages'> {
  const kept = rows.filter(({ removedAt }) => removedAt === null);
  const all = kept
    .filter(SHOWN[show])
    .map((todo) => ({ ...todo, order: todo.sortOrder }))
    .sort(compare);
  const before = after === undefined ? 0 : all.filter((todo) => compare(todo, after) <= 0).length;
  const done = kept.filter(SHOWN.done).length;
  return {
    open: kept.length - done,
    done,
    todos: all.slice(before, before + limit),
    pages: pagesOf(all, { before, limit }),
  };
}

function pagesOf(
  all: readonly TodoCursor[],
  { before, limit }: { readonly before: number; readonly limit: number },
): Pages<TodoCursor> {
  // A page that begins at this place, counted from zero, is behind the to-do before it.
  const behind = (place: number) => {
    const { order, id } = all[place - 1] ?? {};
    return order === undefined || id === undefined ? undefined : { order, id };
  };
  const end = before + limit;
  const hasMore = end < all.length;
  return {
    before,
    total: all.length,
    previous: before === 0 ? undefined : (behind(before - limit) ?? 'start'),
    next: hasMore ? behind(end) : undefined,
    last: hasMore ? behind(all.length - limit) : undefined,
  };
}

/** Compares by code units. For keys and ids, PostgreSQL's collation "C" and its uuids have the same order. */
function compare(one: TodoCursor, other: TodoCursor): number {
  if (one.order !== other.order) return one.order < other.order ? -1 : 1;
  else if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  else return 0;
}
