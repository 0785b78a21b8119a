import type { Codec, Decoded } from './codec.js';

/** Converts data of one schema version to the next version. */
export type Upcaster = (data: unknown) => unknown;

/** How the events of one type are stored: their fields, and how to read data of older schema versions. */
export interface EventCodec<Data> {
  /** The schema version of new events: 1 plus the number of upcasters. */
  readonly schemaVersion: number;
  /** Oldest first: the first one converts data of schema version 1. */
  readonly upcasters: readonly Upcaster[];
  /** Reads data of the current schema version. @throws TypeError that names the invalid field */
  readonly parse: (data: unknown) => Data;
}

type Fields = Readonly<Record<string, Codec<unknown>>>;

type OptionalKeys<Of extends Fields> = {
  [Key in keyof Of]: undefined extends Decoded<Of[Key]> ? Key : never;
}[keyof Of];

/** The data of an event with these fields; fields whose codec accepts undefined are optional. */
type Data<Of extends Fields> = { readonly [Key in Exclude<keyof Of, OptionalKeys<Of>>]: Decoded<Of[Key]> } & {
  readonly [Key in OptionalKeys<Of>]?: Decoded<Of[Key]>;
};

/**
 * Describes an event with these fields. Stored events never change, so whoever changes the fields adds an
 * upcaster, which converts data of the previous version to the new one.
 */
export function event<const Of extends Fields>(fields: Of, ...upcasters: Upcaster[]): EventCodec<Data<Of>> {
  const codecs = Object.entries(fields);
  return {
    schemaVersion: upcasters.length + 1,
    upcasters,
    parse(data) {
      if (typeof data !== 'object' || data === null) throw new TypeError('has no data');
      for (const [name, codec] of codecs) read(name, codec, Reflect.get(data, name));
      // Each field was checked by its codec above; the compiler cannot see that through the loop.
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
