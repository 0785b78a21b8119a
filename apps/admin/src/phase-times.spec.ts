import { describe, expect, it } from '@jest/globals';
import { PhaseTimes } from './phase-times.js';

describe('the times of phases', () => {
  it('add up when a phase comes again, and leave out what comes after the end', () => {
    let now = 0;
    const times = new PhaseTimes(() => now);
    for (const [at, phase] of [
      [0, 'fold'],
      [1_000, 'fold'],
      [2_000, 'index'],
      [2_500, 'fold'],
    ] as const) {
      now = at;
      times.begin(phase);
    }
    now = 4_000;
    times.end();
    now = 9_000;
    times.end();
    expect(times.seconds()).toEqual({ fold: 3.5, index: 0.5 });
  });
});
