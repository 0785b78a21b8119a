const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** How fractional indexing writes that seven digits follow: enough for milliseconds until the year 2081. */
const SEVEN_DIGITS = 'g';

/**
 * The place of a to-do that was added at this time (milliseconds since 1970): behind everything added before it.
 *
 * It is a key of fractional indexing (https://observablehq.com/@dgreensp/implementing-fractional-indexing), so another
 * to-do can always be moved in front of it or behind it, and yet no other to-do must be read to find it.
 */
export function orderAt(time: number): string {
  let digits = '';
  for (let rest = Math.floor(time); digits.length < 7; rest = Math.floor(rest / DIGITS.length)) {
    digits = DIGITS.charAt(rest % DIGITS.length) + digits;
  }
  return SEVEN_DIGITS + digits;
}
