/**
 * Reads a value of which nothing is known yet.
 *
 * @throws TypeError saying what it should have been
 */
export type Codec<Value> = (value: unknown) => Value;

/** What a codec makes of what it reads. */
export type Decoded<Of> = Of extends Codec<infer Value> ? Value : never;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** PostgreSQL stores neither. */
const NUL_OR_LONE_SURROGATE = /[\0\p{Cs}]/u;

export const text: Codec<string> = (value) => {
  if (typeof value === 'string' && !NUL_OR_LONE_SURROGATE.test(value)) return value;
  throw new TypeError('is not text');
};

export const uuid: Codec<string> = (value) => {
  if (typeof value === 'string' && UUID.test(value)) return value;
  throw new TypeError('is not a uuid');
};

/** A calendar day such as `2026-11-27`: no moment, and in no time zone. */
export const day: Codec<string> = (value) => {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new TypeError('is not a day');
};

/** The same, or null. */
export function nullable<Value>(codec: Codec<Value>): Codec<Value | null> {
  return (value) => (value === null ? null : codec(value));
}

/** The same, or nothing at all. */
export function optional<Value>(codec: Codec<Value>): Codec<Value | undefined> {
  return (value) => (value === undefined ? undefined : codec(value));
}

export function arrayOf<Value>(codec: Codec<Value>): Codec<readonly Value[]> {
  return (value) => {
    if (Array.isArray(value)) return value.map(codec);
    throw new TypeError('is not an array');
  };
}

function isDay(value: string): boolean {
  try {
    return Temporal.PlainDate.from(value).toString() === value;
  } catch {
    return false;
  }
}
