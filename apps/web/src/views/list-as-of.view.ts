import type { ListView, TodoRow } from './list.view.js';

/** A list as it was: to be looked at, with nothing to change. */
export interface ListAsOfView extends Pick<ListView, 'id' | 'name' | 'open' | 'done' | 'show' | 'after'> {
  /** It was in the trash then. */
  readonly removed: boolean;
  /** What `?asOf=` was, so that links on the page stay in that time. */
  readonly asOf: string;
  readonly moment: Date;
  /** To-dos of which this version cannot read all that had happened by then. */
  readonly unreadable: number;
  readonly todos: readonly Omit<TodoRow, 'edit'>[];
  readonly next?: string;
  readonly first?: string;
}
