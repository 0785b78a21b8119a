import type { Decision, DomainEvent, List, Todo } from '#libs/domain';
import type { Person } from './people.js';

/** Something that somebody does at a moment: a decision of the domain about a to-do or a list, as it is by then. */
export interface Deed {
  readonly at: Temporal.ZonedDateTime;
  readonly by: Person;
  /** The stream that it changes. */
  readonly on: string;
  readonly decide: (states: States) => Decision<DomainEvent>;
}

/** What has come of everything that was done before. */
export interface States {
  readonly todo: (id: string) => Todo | undefined;
  readonly list: (id: string) => List | undefined;
}
