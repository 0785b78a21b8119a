import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Coalescer } from './coalescer.js';

describe('a coalescer', () => {
  it('hands on the first item at once, and those that come meanwhile together, each once', async () => {
    const groups: (readonly number[])[] = [];
    let done = () => {};
    const coalescer = new Coalescer<number>(
      (items) => {
        groups.push(items);
        return new Promise((resolve) => (done = resolve));
      },
      () => 0,
    );
    coalescer.add([1]);
    expect(groups).toEqual([[1]]);
    coalescer.add([2, 3]);
    coalescer.add([3, 1]);
    expect(groups).toHaveLength(1);
    done();
    while (groups.length < 2) await pause(1);
    expect(groups).toEqual([[1], [2, 3, 1]]);
    done();
    await coalescer.settled();
    coalescer.add([1]);
    expect(groups).toHaveLength(3);
    done();
  });

  it('pauses by how long the last group took', async () => {
    const took: number[] = [];
    const coalescer = new Coalescer<number>(
      () => pause(20).then(() => undefined),
      (tookMs) => {
        took.push(tookMs);
        return 0;
      },
    );
    coalescer.add([1]);
    await coalescer.settled();
    expect(took).toEqual([expect.any(Number)]);
    expect(took[0]).toBeGreaterThan(15);
  });
});
