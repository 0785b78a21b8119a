import type { ChecklistItem, Labelled, Show, ShownLabel, TodoItem, TodoList } from '#libs/queries';
import type { NoteEdit } from './note.view.js';
import type { PagesView } from './pages.view.js';

export interface ListView extends Omit<TodoList, 'todos' | 'pages'>, ListPages {
  readonly show: Show;
  readonly todos: readonly TodoRow[];
  /** Present while to-dos are chosen, to do something with several of them. */
  readonly choosing?: Choosing;
  /** Present where what was typed to add a to-do says more than its title: it is not saved yet. */
  readonly understood?: Understood | undefined;
}

/** What was understood of a sentence. */
export interface Understood {
  /** The sentence. */
  readonly text: string;
  readonly chips: readonly Chip[];
  /** When that was so: ISO 8601. */
  readonly readAt: string;
  /** All of it, for who does not see the page. */
  readonly said: string;
}

export interface Chip {
  /** As they stand in the sentence. */
  readonly words: string;
  readonly says: string;
  /** They are to be title. */
  readonly isRefused: boolean;
}

/** Where those that are chosen can go. */
interface Choosing {
  readonly lists: readonly ListChoice[];
  /** All that they can have, and those that one of them on the page has. */
  readonly labels: readonly ShownLabel[];
  readonly had: readonly ShownLabel[];
}

/** Where on a list that has several pages this one is, and the ways on. */
export interface ListPages {
  /** What `?after=` was, so that links on the page stay at this part of the list. */
  readonly after?: string;
  readonly pages?: PagesView;
}

export interface TodoRow extends TodoItem, Labelled {
  /** Present while the to-do is being edited. */
  readonly edit?: TodoEdit;
  /** Present where the page tells what has just happened: on which side of this row, or at its checklist. */
  readonly notice?: 'above' | 'below' | 'checklist';
}

/** Where a to-do that is being edited can go. */
export interface TodoEdit {
  readonly lists: readonly ListChoice[];
  /** Of the labels that it could have as well. */
  readonly labelNames: readonly string[];
  readonly note: NoteEdit;
  readonly items: readonly ItemRow[];
  /** The to-do that stands above; absent when this is the first. */
  readonly up?: string;
  /** The to-do that stands below; absent when this is the last. */
  readonly down?: string;
}

/** An item of the checklist of a to-do that is being edited. */
export interface ItemRow extends ChecklistItem {
  /** The name of the form in which it gets another text. */
  readonly form: string;
  /** The item that stands above; absent when this is the first. */
  readonly up?: string;
  /** The item that stands below; absent when this is the last. */
  readonly down?: string;
}

export interface ListChoice {
  readonly id: string;
  readonly name: string;
  readonly current: boolean;
}
