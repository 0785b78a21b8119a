import type { StoredEvent } from './stored-event.js';

/** How the events of a domain are written today, and how older ones become today's. */
export interface EventCatalogue<Event> {
  readonly versions: Readonly<Record<string, number>>;
  /** By type and the schema version they start from. */
  readonly upcasters: Readonly<Record<string, Readonly<Record<number, (data: unknown) => unknown>>>>;
  /** @throws Error when there is no such type, or the data are of another shape */
  readonly parse: (type: string, data: unknown) => Event;
}

/**
 * The event that a row of the log stands for, whatever version it was written in.
 *
 * @throws Error when its type is unknown, its version newer than this code, or a step between the two is missing
 */
export function upcast<Event>(
  stored: Pick<StoredEvent, 'type' | 'schemaVersion' | 'data'>,
  { versions, upcasters, parse }: EventCatalogue<Event>,
): Event {
  const current = versions[stored.type];
  if (current === undefined) throw new Error(`Unknown event type ${stored.type}`);
  if (stored.schemaVersion > current) {
    throw new Error(
      `${stored.type} is of schema version ${stored.schemaVersion}; this version knows ${current}`,
    );
  }
  let data = stored.data;
  for (let version = stored.schemaVersion; version < current; version += 1) {
    const step = upcasters[stored.type]?.[version];
    if (step === undefined) throw new Error(`${stored.type} cannot be read in schema version ${version}`);
    data = step(data);
  }
  return parse(stored.type, data);
}
