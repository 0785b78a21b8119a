import type { Codec, Decoded } from './codec.js';

/** Brings data of one schema version to the next. */
export type Upcaster = (data: unknown) => unknown;

/** How the events of one type are stored: which fields they have, and how those of older versions become today's. */
export interface EventCodec<Data> {
  /** In which new events are written: 1, and one more for each upcaster. */
  readonly schemaVersion: number;
  /** Oldest first: the first one reads schema version 1. */
  readonly upcasters: readonly Upcaster[];
  /** Reads data of today's schema version. @throws TypeError naming the field that is not as it should be */
  readonly parse: (data: unknown) => Data;
}

type Fields = Readonly<Record<string, Codec<unknown>>>;

type OptionalKeys<Of extends Fields> = {
  [Key in keyof Of]: undefined extends Decoded<Of[Key]> ? Key : never;
}[keyof Of];

/** The data of an event with these fields; those that may be left out are optional. */
type Data<Of extends Fields> = { readonly [Key in Exclude<keyof Of, OptionalKeys<Of>>]: Decoded<Of[Key]> } & {
  readonly [Key in OptionalKeys<Of>]?: Decoded<Of[Key]>;
};

/**
 * An event with these fields. Stored events are for ever: a change of the fields comes with an upcaster, which makes data of
 * the new version from data of the version before.
 */
export function event<const Of extends Fields>(fields: Of, ...upcasters: Upcaster[]): EventCodec<Data<Of>> {
  const codecs = Object.entries(fields);
  return {
    schemaVersion: upcasters.length + 1,
    upcasters,
    parse(data) {
      if (typeof data !== 'object' || data === null) throw new TypeError('has no data');
      for (const [name, codec] of codecs) read(name, codec, Reflect.get(data, name));
      // Each field was just read by its codec, which the compiler cannot follow through a loop.
      return data as Data<Of>;
    },
  };
}

function read(name: string, codec: Codec<unknown>, value: unknown): void {
  try {
    codec(value);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new TypeError(`has a field ${name} that ${problem}`, { cause });
  }
}

/** The union of the events that these codecs read. */
export type EventOf<Codecs> = {
  [Type in keyof Codecs]: Codecs[Type] extends EventCodec<infer Data>
    ? { readonly type: Type; readonly data: Data }
    : never;
}[keyof Codecs];
