import { text } from '../codec.js';
import { event, type EventOf } from '../event-codec.js';

/** What can have happened to a list. */
export const LIST_EVENTS = {
  ListCreated: event({ name: text }),
  ListRenamed: event({ name: text }),
  ListRemoved: event({}),
  ListRestored: event({}),
};

export type ListEvent = EventOf<typeof LIST_EVENTS>;
