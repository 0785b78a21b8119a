import type { FieldForm } from './page.view.js';

export interface ListView {
  readonly id: string;
  readonly name: string;
  /** The list is in the trash: nothing can be added to it until it is restored. */
  readonly removed: boolean;
  readonly open: number;
  readonly done: number;
  readonly show: 'all' | 'active' | 'done';
  /** What `?after=` was, so that links on the page stay at this place of the list. */
  readonly after?: string;
  readonly todos: readonly TodoRow[];
  readonly next?: string;
  /** Back to the beginning, when the page does not start there. */
  readonly first?: string;
  readonly add: FieldForm;
  /** What was typed and refused, when the page has no field for it any more. */
  readonly typed?: FieldForm;
  /** Present while the list's name is being edited. */
  readonly rename?: FieldForm;
}

export interface TodoRow {
  readonly id: string;
  readonly title: string;
  readonly done: boolean;
  readonly completedAt?: Date;
  /** Present while the to-do is being edited. */
  readonly edit?: TodoEdit;
}

export interface TodoEdit {
  readonly title: FieldForm;
  readonly lists: readonly ListChoice[];
  /** The to-do to move before; absent when this is the first. */
  readonly up?: string;
  /** The same one step down: '' means to the end; absent when this is the last. */
  readonly down?: string;
}

export interface ListChoice {
  readonly id: string;
  readonly name: string;
  readonly current: boolean;
}
