import { isDay } from './day.js';
import { isMoment } from './moment.js';
import { isTimeOfDay } from './time-of-day.js';

/**
 * Checks a value of unknown type and returns it typed.
 *
 * @throws TypeError with a message such as `is not a uuid`
 */
export type Codec<Value> = (value: unknown) => Value;

/** The type of the values that a codec reads. */
export type Decoded<Of> = Of extends Codec<infer Value> ? Value : never;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** PostgreSQL can store neither in a text. */
const NUL_OR_LONE_SURROGATE = /[\0\p{Cs}]/u;

export const text: Codec<string> = (value) => {
  if (typeof value === 'string' && !NUL_OR_LONE_SURROGATE.test(value)) return value;
  throw new TypeError('is not text');
};

export const uuid: Codec<string> = (value) => {
  if (typeof value === 'string' && UUID.test(value)) return value;
  throw new TypeError('is not a uuid');
};

/** Reads a calendar day: see `isDay`. */
export const day: Codec<string> = (value) => {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new TypeError('is not a day');
};

/** Reads a time of day: see `isTimeOfDay`. */
export const timeOfDay: Codec<string> = (value) => {
  if (typeof value === 'string' && isTimeOfDay(value)) return value;
  throw new TypeError('is not a time of day');
};

/** Reads a moment: see `isMoment`. */
export const moment: Codec<string> = (value) => {
  if (typeof value === 'string' && isMoment(value)) return value;
  throw new TypeError('is not a moment');
};

/** Reads one of a few words. */
export function oneOf<const Word extends string>(...words: readonly Word[]): Codec<Word> {
  return (value) => {
    const found = words.find((word) => word === value);
    if (found === undefined) throw new TypeError(`is none of ${words.join(', ')}`);
    return found;
  };
}

/** Reads a number without a fraction, from 0. */
export const integer: Codec<number> = (value) => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new TypeError('is not a whole number');
};

export const boolean: Codec<boolean> = (value) => {
  if (typeof value === 'boolean') return value;
  throw new TypeError('is neither true nor false');
};

/** Reads what the codec reads, and null. */
export function nullable<Value>(codec: Codec<Value>): Codec<Value | null> {
  return (value) => (value === null ? null : codec(value));
}

/** Reads what the codec reads, and undefined: for a field that may be left out. */
export function optional<Value>(codec: Codec<Value>): Codec<Value | undefined> {
  return (value) => (value === undefined ? undefined : codec(value));
}

export function arrayOf<Value>(codec: Codec<Value>): Codec<readonly Value[]> {
  return (value) => {
    if (Array.isArray(value)) return value.map(codec);
    throw new TypeError('is not an array');
  };
}
