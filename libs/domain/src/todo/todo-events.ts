import { optional, text, uuid } from '../codec.js';
import { event, type EventOf } from '../event-codec.js';
import { orderKey } from '../order.js';

/** What can have happened to a to-do. */
export const TODO_EVENTS = {
  // Version 1 had an order made of the time: a clock that was ahead put what was added later above.
  TodoAdded: event({ listId: uuid, title: text, order: optional(orderKey) }, (data) => data),
  TodoRenamed: event({ title: text }),
  TodoCompleted: event({}),
  TodoReopened: event({}),
  TodoMoved: event({ listId: uuid, order: orderKey }),
  TodoRemoved: event({}),
  TodoRestored: event({}),
};

export type TodoEvent = EventOf<typeof TODO_EVENTS>;
