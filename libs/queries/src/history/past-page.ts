import type { PlacedTodo, TodoList } from '../get-todo-list.js';
import type { Pages } from '../pages.js';
import { PAGE_SIZE, type Show } from '../shown.js';
import type { TodoCursor } from '../todo-cursor.js';
import { Smallest } from './smallest.js';

/** Which page of a list to return, and of which tab. */
export interface TodoPage {
  readonly show: Show;
  readonly after?: TodoCursor | undefined;
  readonly limit?: number;
}

const SHOWN: Readonly<Record<Show, (todo: PlacedTodo) => boolean>> = {
  all: () => true,
  active: ({ completedAt }) => completedAt === null,
  done: ({ completedAt }) => completedAt !== null,
};

/**
 * Makes the counters and a page of a list's to-dos, as `GetTodoList` does from the tables. They may come in
 * any order, one by one: however many there are, it keeps no more than three pages of them.
 */
export class PastPage {
  private open = 0;
  private done = 0;
  private before = 0;
  private behind = 0;
  private readonly limit: number;
  /** The page, and those with which the page before it and the last page begin, from their ends. */
  private readonly shown: Smallest<PlacedTodo>;
  private readonly previous: Smallest<TodoCursor>;
  private readonly last: Smallest<TodoCursor>;

  constructor(private readonly page: TodoPage) {
    this.limit = page.limit ?? PAGE_SIZE;
    this.shown = new Smallest<PlacedTodo>(this.limit, compare);
    this.previous = new Smallest(this.limit + 1, backwards);
    this.last = new Smallest(this.limit + 1, backwards);
  }

  /** @param todo one that was in the list, and not in the trash */
  add(todo: PlacedTodo): void {
    if (todo.completedAt === null) this.open += 1;
    else this.done += 1;
    if (SHOWN[this.page.show](todo)) this.place(todo);
  }

  read(): Pick<TodoList, 'open' | 'done' | 'pages'> & { readonly todos: readonly PlacedTodo[] } {
    const { open, done } = this;
    return { open, done, todos: this.shown.items, pages: this.pages() };
  }

  private place(todo: PlacedTodo): void {
    const { after } = this.page;
    this.last.add(todo);
    if (after !== undefined && compare(todo, after) <= 0) {
      this.before += 1;
      this.previous.add(todo);
    } else {
      this.behind += 1;
      this.shown.add(todo);
    }
  }

  private pages(): Pages<TodoCursor> {
    const { before, behind, limit } = this;
    const hasMore = behind > limit;
    // A page begins behind the to-do before it: the one that is followed by a whole page.
    return {
      before,
      total: before + behind,
      previous: before === 0 ? undefined : (cursorOf(this.previous.items[limit]) ?? 'start'),
      next: hasMore ? cursorOf(this.shown.items.at(-1)) : undefined,
      last: hasMore ? cursorOf(this.last.items[limit]) : undefined,
    };
  }
}

function cursorOf(todo: TodoCursor | undefined): TodoCursor | undefined {
  return todo && { order: todo.order, id: todo.id };
}

/** Compares by code units. For keys and ids, PostgreSQL's collation "C" and its uuids have the same order. */
function compare(one: TodoCursor, other: TodoCursor): number {
  if (one.order !== other.order) return one.order < other.order ? -1 : 1;
  else if (one.id !== other.id) return one.id < other.id ? -1 : 1;
  else return 0;
}

const backwards = (one: TodoCursor, other: TodoCursor) => compare(other, one);
