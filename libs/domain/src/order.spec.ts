import { describe, expect, it } from '@jest/globals';
import { generateKeyBetween } from 'fractional-indexing';
import { orderAt } from './order.js';

describe('the order of a to-do that is added', () => {
  const now = Date.parse('2026-11-24T12:00:00Z');

  it('is behind everything that was added before', () => {
    const times = [0, 1, now, now + 1, now + 1000, Date.parse('2080-12-31')];
    const orders = times.map(orderAt);
    expect(orders.toSorted()).toEqual(orders);
    expect(new Set(orders).size).toBe(times.length);
  });

  it('is a key that fractional indexing can put others before, behind and between', () => {
    const [first, second] = [orderAt(now), orderAt(now + 1)];
    const keys = [
      generateKeyBetween(null, first),
      first,
      generateKeyBetween(first, second),
      second,
      generateKeyBetween(second, null),
    ];
    expect(keys.toSorted()).toEqual(keys);
  });
});
