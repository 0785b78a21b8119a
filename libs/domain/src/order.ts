import type { Codec } from './codec.js';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * The prefix with which fractional indexing says that eight digits follow: enough for 218 trillion events.
 */
const EIGHT_DIGITS = 'h';

const KEY = /^[0-9A-Za-z]+$/;

/**
 * In characters: what fits into an index of PostgreSQL. New keys are far shorter, but version 0.1.0 let them
 * grow.
 */
const LONGEST_KEY = 2_000;

/** A key of fractional indexing: https://observablehq.com/@dgreensp/implementing-fractional-indexing. */
export const orderKey: Codec<string> = (value) => {
  if (typeof value !== 'string' || !KEY.test(value)) throw new TypeError('is not an order');
  else if (value.length > LONGEST_KEY) throw new TypeError('is too long');
  else return value;
};

/**
 * The order of a to-do that was added by the event at this position of the log. It sorts after every to-do
 * that was added earlier, and does not depend on any clock.
 *
 * It is a key of fractional indexing, so another to-do can always be moved before or after it; and it can be
 * computed without reading any other to-do. When a to-do is moved to the end of a list, fractional indexing
 * makes a key one step after the last one. Each such move takes a position in the log itself, so its key
 * never gets ahead of the key for that position.
 */
export function orderAt(position: number): string {
  let digits = '';
  for (let rest = position; digits.length < 8; rest = Math.floor(rest / DIGITS.length)) {
    digits = DIGITS.charAt(rest % DIGITS.length) + digits;
  }
  return EIGHT_DIGITS + digits;
}
