import type { ListEvent } from './list/list-events.js';
import type { TodoEvent } from './todo/todo-events.js';

export type DomainEvent = TodoEvent | ListEvent;
export type EventType = DomainEvent['type'];

interface Typed {
  readonly type: string;
}

type Shapes = {
  readonly [Type in EventType]: readonly (keyof Extract<DomainEvent, { type: Type }>['data'])[];
};

/** The fields of every event there is; all of them are text. An event of another shape is not applied. */
const SHAPES: Shapes = {
  ListCreated: ['name'],
  ListRenamed: ['name'],
  ListRemoved: [],
  ListRestored: [],
  TodoAdded: ['listId', 'title', 'order'],
  TodoRenamed: ['title'],
  TodoCompleted: [],
  TodoReopened: [],
  TodoMoved: ['listId', 'order'],
  TodoRemoved: [],
  TodoRestored: [],
};

/** In which version each event is written today. Older ones are brought here by the upcasters. */
const SCHEMA_VERSIONS: Readonly<Record<EventType, number>> = {
  ListCreated: 1,
  ListRenamed: 1,
  ListRemoved: 1,
  ListRestored: 1,
  TodoAdded: 1,
  TodoRenamed: 1,
  TodoCompleted: 1,
  TodoReopened: 1,
  TodoMoved: 1,
  TodoRemoved: 1,
  TodoRestored: 1,
};

/**
 * The event that a type and its data (of today's schema version) stand for.
 *
 * @throws Error when the type is unknown or a field is missing: an event is never guessed
 */
export function parseEvent(type: string, data: unknown): DomainEvent {
  if (!isEventType(type)) throw new Error(`Unknown event type ${type}`);
  if (typeof data !== 'object' || data === null) throw new Error(`${type} has no data`);
  const fields: readonly string[] = SHAPES[type];
  const wrong = fields.find((field) => typeof Reflect.get(data, field) !== 'string');
  if (wrong !== undefined) throw new Error(`${type} has no text in ${wrong}`);
  // Every field of this type was just seen to be text: what the compiler cannot follow through a table.
  return { type, data } as DomainEvent;
}

/** The events of a to-do, and of nothing else, have names that begin like this. */
export function isTodoEvent(event: Typed): event is TodoEvent {
  return event.type.startsWith('Todo');
}

export function isListEvent(event: Typed): event is ListEvent {
  return event.type.startsWith('List');
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(SHAPES, type);
}

/** How stored events of every age are read: brought to today's schema version one step at a time, then checked. */
export const EVENTS = {
  versions: SCHEMA_VERSIONS,
  /** `upcasters.TodoAdded[1]` makes data of version 2 from data of version 1. There is only one version so far. */
  upcasters: {},
  parse: parseEvent,
} as const;
