import { describe, expect, it } from '@jest/globals';
import { generateKeyBetween } from 'fractional-indexing';
import { orderAt } from './order.js';

/** As version 0.1.0 wrote it: seven digits made of the milliseconds since 1970. */
const LAST_OF_OLD = 'gzzzzzzz';

describe('the order of a to-do that is added', () => {
  it('is behind everything that was added before', () => {
    const orders = [1, 2, 61, 62, 63, 3_844, 1_000_000, 200_000_000_000].map(orderAt);
    expect(orders.toSorted()).toEqual(orders);
    expect(new Set(orders).size).toBe(orders.length);
  });

  it('is behind what version 0.1.0 has added, at whatever time', () => {
    expect(orderAt(1) > LAST_OF_OLD).toBe(true);
  });

  it('is a key that fractional indexing can put others before, behind and between', () => {
    const [first, second] = [orderAt(7), orderAt(8)];
    const keys = [
      generateKeyBetween(LAST_OF_OLD, first),
      first,
      generateKeyBetween(first, second),
      second,
      generateKeyBetween(second, null),
    ];
    expect(keys.toSorted()).toEqual(keys);
  });

  it('is behind whatever was moved to the end before', () => {
    // Each move to the end is an event and takes a position of its own.
    let last = orderAt(1);
    for (let position = 2; position < 200; position += 1) {
      last = generateKeyBetween(last, null);
      expect(orderAt(position + 1) > last).toBe(true);
    }
  });
});
