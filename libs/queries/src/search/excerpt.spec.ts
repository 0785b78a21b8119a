import { describe, expect, it } from '@jest/globals';
import { excerptOf } from './excerpt.js';

const part = (text: string, isMatch = false) => ({ text, isMatch });

describe('a piece of a note', () => {
  it('is the whole of a short one, in one line', () => {
    const parts = [part('Buy\n\noat '), part('milk', true), part('\nand bread')];
    expect(excerptOf(parts)).toEqual([part('Buy oat '), part('milk', true), part(' and bread')]);
  });

  it('begins a little before the first match, and ends a little behind it', () => {
    const parts = [part('x'.repeat(100)), part('milk', true), part('y'.repeat(300))];
    expect(excerptOf(parts)).toEqual([
      part(`…${'x'.repeat(40)}`),
      part('milk', true),
      part(`${'y'.repeat(116)}…`),
    ]);
  });

  it('does not take characters apart', () => {
    const [before] = excerptOf([part('🫘'.repeat(60)), part('milk', true)]);
    expect(before?.text.isWellFormed()).toBe(true);
  });
});
