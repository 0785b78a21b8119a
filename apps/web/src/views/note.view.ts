import type { SafeString } from 'handlebars';

/** What somebody has written about a to-do, for reading. */
export interface NoteView {
  /** The title of the to-do. */
  readonly name: string;
  readonly todoId: string;
  readonly listId: string;
  /** Whether it is what the note was once. */
  readonly isThen: boolean;
  /** Absent when there is none. */
  readonly html?: SafeString;
}

/** The note of a to-do that is being edited. */
export interface NoteEdit {
  readonly text: string;
  /** Absent when there is none. */
  readonly html?: SafeString;
  /** Which one it is: what is written anew is made from that one. */
  readonly version: number;
}
