import type { Labelled, TodoItem } from '#libs/queries';
import type { ListView } from './list.view.js';

/** A list as it was: to be looked at, with nothing to change. */
export interface ListAsOfView extends Omit<ListView, 'todos'> {
  readonly todos: readonly (TodoItem & Labelled)[];
  /** What `?asOf=` was, so that links on the page stay in that time. */
  readonly asOf: string;
  readonly moment: Date;
  /** To-dos of which this version cannot read all that had happened by then. */
  readonly unreadable: number;
}
