import type { StoredEvent } from './stored-event.js';

/** How the events of one type are stored. */
export interface StoredEventCodec<Data> {
  /** In which they are written today. */
  readonly schemaVersion: number;
  /** Each brings data one schema version further; the first one reads version 1. */
  readonly upcasters: readonly ((data: unknown) => unknown)[];
  /** @throws Error when the data are not of today's shape */
  readonly parse: (data: unknown) => Data;
}

/** The codecs of a domain's events, by type. */
export type EventCatalogue = Readonly<Record<string, StoredEventCodec<object>>>;

/** The union of the events that a catalogue reads. */
export type EventIn<Catalogue> = {
  [Type in keyof Catalogue]: Catalogue[Type] extends StoredEventCodec<infer Data>
    ? { readonly type: Type; readonly data: Data }
    : never;
}[keyof Catalogue];

/**
 * The event that a row of the log stands for, whatever version it was written in.
 *
 * @throws Error when its type is unknown, its version newer than this code, or its data are not of its shape: an event is
 *   never guessed
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
    // Type and data are of one codec, which the compiler cannot follow through a look-up.
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
