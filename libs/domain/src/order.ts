import type { Codec } from './codec.js';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** How fractional indexing writes that eight digits follow: enough for 218 billion events. */
const EIGHT_DIGITS = 'h';

const KEY = /^[0-9A-Za-z]+$/;

/** Characters that an index of PostgreSQL has room for. New orders are far shorter; version 0.1.0 let them grow. */
const LONGEST_KEY = 2_000;

/** A key of fractional indexing: https://observablehq.com/@dgreensp/implementing-fractional-indexing. */
export const orderKey: Codec<string> = (value) => {
  if (typeof value !== 'string' || !KEY.test(value)) throw new TypeError('is not an order');
  else if (value.length > LONGEST_KEY) throw new TypeError('is too long');
  else return value;
};

/**
 * The order of a to-do that was added by the event at this position of the log: behind everything added before it, whatever
 * any clock said.
 *
 * It is a key of fractional indexing, so another to-do can always be moved in front of it or behind it, and yet no other
 * to-do must be read to find it. A key that fractional indexing makes for the end of a list is at most one step behind the
 * last one there, and so never behind the position of the event that uses it.
 */
export function orderAt(position: number): string {
  let digits = '';
  for (let rest = position; digits.length < 8; rest = Math.floor(rest / DIGITS.length)) {
    digits = DIGITS.charAt(rest % DIGITS.length) + digits;
  }
  return EIGHT_DIGITS + digits;
}
