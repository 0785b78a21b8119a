export interface HistoryView {
  /** The title of the to-do or the name of the list, as it is now. */
  readonly name: string;
  readonly removedAt: Date | null;
  readonly listId: string;
  /** Newest first. */
  readonly days: readonly HistoryDay[];
  readonly next?: string;
  /** Back to the newest, when the page does not start there. */
  readonly first?: string;
}

export interface HistoryDay {
  readonly day: Date;
  readonly entries: readonly HistoryRow[];
}

export interface HistoryRow {
  readonly who: string;
  readonly at: Date;
  readonly words: string;
  /** What it happened to, as it was called then, where the page is not about that alone. */
  readonly subject?: { readonly text: string; readonly href?: string };
  /** The beginning of a note, where it happened to one. */
  readonly note?: NoteThen;
  /** Where it can be taken back. */
  readonly undo?: string;
  /** The list as it was then. */
  readonly listThen?: string;
}

interface NoteThen {
  readonly text: string;
  /** Where all of it can be read. */
  readonly href: string;
}
