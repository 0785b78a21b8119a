import type { Due, Priority, Recurrence } from '#libs/domain';
import type { Rhythm } from './rhythm.js';

export type Language = 'en' | 'de';

export const KINDS = ['due', 'time', 'recurrence', 'priority', 'label', 'list', 'assignee'] as const;

export type Kind = (typeof KINDS)[number];

/** What a part of a sentence says. */
export interface Values {
  /** The day, such as `2026-12-04`. */
  readonly due: string;
  /** The time of day, such as `18:00`. */
  readonly time: string;
  readonly recurrence: Rhythm;
  readonly priority: Priority;
  /** The name of the label, as it is written. */
  readonly label: string;
  /** The id of the list. */
  readonly list: string;
  /** The id of the member. */
  readonly assignee: string;
}

/** Where in the text something stands: from `start` up to but not including `end`, in UTF-16 units. */
export interface Slice {
  readonly start: number;
  readonly end: number;
}

/** Words of the sentence that are more than its title. */
export type Part = {
  readonly [Of in Kind]: Slice & { readonly kind: Of; readonly value: Values[Of]; readonly words: string };
}[Kind];

/** A stretch of the text. All of them, one behind the other, are the text. */
export interface Piece {
  readonly text: string;
  /** What it says; null if it is title. */
  readonly part: Part | null;
}

/** What all parts together say of the to-do. */
export interface Plan extends Due {
  readonly recurrence: Recurrence | null;
  /** The first day by the rule; null if it comes once. */
  readonly occurrence: string | null;
  readonly priority: Priority | null;
  readonly labels: readonly string[];
  readonly listId: string | null;
  readonly assigneeId: string | null;
}

export interface Sentence {
  readonly title: string;
  /** What was understood, in the order of the text. */
  readonly parts: readonly Part[];
  /** What would have been understood, but is title because somebody has said so. */
  readonly refused: readonly Part[];
  readonly pieces: readonly Piece[];
  readonly plan: Plan;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who has written the sentence, when, and what it can name. */
export interface About {
  readonly language: Language;
  /** The present moment, in the zone of whoever has written it. */
  readonly now: Temporal.ZonedDateTime;
  /** What can be kept; words that would say something else are title. */
  readonly kinds: readonly Kind[];
  /** The words of parts that are to be title, as they are written. */
  readonly refused?: readonly string[];
  readonly lists?: readonly Named[];
  readonly members?: readonly Named[];
}
