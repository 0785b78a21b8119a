import type { StoredEvent } from './stored-event.js';

/** How the events of one type are stored. */
export interface StoredEventCodec<Data> {
  /** The schema version of new events. */
  readonly schemaVersion: number;
  /** Each converts data to the next schema version; the first one converts version 1. */
  readonly upcasters: readonly ((data: unknown) => unknown)[];
  /** @throws Error if the data do not match the current schema version */
  readonly parse: (data: unknown) => Data;
}

/** The codecs of all events of a domain, by event type. */
export type EventCatalogue = Readonly<Record<string, StoredEventCodec<object>>>;

/** The union of the events that a catalogue can read. */
export type EventIn<Catalogue> = {
  [Type in keyof Catalogue]: Catalogue[Type] extends StoredEventCodec<infer Data>
    ? { readonly type: Type; readonly data: Data }
    : never;
}[keyof Catalogue];

/**
 * Converts a row of the log to an event of the current schema version.
 *
 * @throws Error if the type is unknown, the version is newer than this code, or the data are invalid: an
 *   event is never guessed
 */
export function upcast<Catalogue extends EventCatalogue>(
  { type, schemaVersion, data }: Pick<StoredEvent, 'type' | 'schemaVersion' | 'data'>,
  catalogue: Catalogue,
): EventIn<Catalogue> {
  const codec = Object.hasOwn(catalogue, type) ? catalogue[type] : undefined;
  if (codec === undefined) throw new Error(`Unknown event type ${type}`);
  const steps = stepsFrom(schemaVersion, type, codec);
  try {
    const parsed = codec.parse(steps.reduce((older, step) => step(older), data));
    // Type and data belong to the same codec; the compiler cannot see that through the look-up.
    return { type, data: parsed } as EventIn<Catalogue>;
  } catch (cause) {
    throw new Error(`${type} ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

function stepsFrom(version: number, type: string, { schemaVersion, upcasters }: StoredEventCodec<object>) {
  if (version > schemaVersion) {
    throw new Error(`${type} is of schema version ${version}; this version knows ${schemaVersion}`);
  } else if (version < 1) {
    throw new Error(`${type} cannot be read in schema version ${version}`);
  } else {
    return upcasters.slice(version - 1);
  }
}
