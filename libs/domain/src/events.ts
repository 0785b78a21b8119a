import { LABEL_EVENTS, type LabelEvent } from './label/labels.js';
import { LIST_EVENTS, type ListEvent } from './list/list.js';
import { TODO_EVENTS, type TodoEvent } from './todo/todo.js';

export type DomainEvent = TodoEvent | ListEvent | LabelEvent;
export type EventType = DomainEvent['type'];

/** The codec of every event type. `upcast` of the event store reads the log with it. */
export const EVENTS = { ...LIST_EVENTS, ...TODO_EVENTS, ...LABEL_EVENTS };

interface Typed {
  readonly type: string;
}

export function isTodoEvent(event: Typed): event is TodoEvent {
  return Object.hasOwn(TODO_EVENTS, event.type);
}

export function isListEvent(event: Typed): event is ListEvent {
  return Object.hasOwn(LIST_EVENTS, event.type);
}

export function isLabelEvent(event: Typed): event is LabelEvent {
  return Object.hasOwn(LABEL_EVENTS, event.type);
}
