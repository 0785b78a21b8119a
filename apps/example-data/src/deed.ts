import type { Decision, LabelEvent, Labels, List, ListEvent, Todo, TodoEvent } from '#libs/domain';
import type { Person } from './people.js';

/** What happens in the year of a household. */
export type YearEvent = TodoEvent | ListEvent | LabelEvent;

/** Something that somebody does at a moment: a decision of the domain about a to-do, a list or the labels, as they are by then. */
export interface Deed {
  readonly at: Temporal.ZonedDateTime;
  readonly by: Person;
  /** The stream that it changes. */
  readonly on: string;
  readonly decide: (states: States) => Decision<YearEvent>;
}

/** What has come of everything that was done before. */
export interface States {
  readonly todo: (id: string) => Todo | undefined;
  readonly list: (id: string) => List | undefined;
  readonly labels: () => Labels | undefined;
}
