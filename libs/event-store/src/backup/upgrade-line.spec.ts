import { describe, expect, it } from '@jest/globals';
import { upgradeLine, type Formats } from './upgrade-line.js';

/** A line that has had three formats: `{note}`, then `{letter}`, then `{letter, lang}`. */
const formats: Formats = {
  current: 3,
  steps: { 1: ({ note }) => ({ letter: note }), 2: (line) => ({ ...line, lang: 'und' }) },
};

describe('a line of a backup', () => {
  it.each([
    [1, '{"note":"Hello"}'],
    [2, '{"letter":"Hello"}'],
    [3, '{"letter":"Hello","lang":"und"}'],
  ])('of format %d is read in the format of today', (format, line) => {
    expect(upgradeLine(line, format, formats)).toBe('{"letter":"Hello","lang":"und"}');
  });

  it('of the format of today is left as it is, to the last digit', () => {
    const line = '{"event":{"n":123456789012345678901234567890.10}}';
    expect(upgradeLine(line, 3, formats)).toBe(line);
  });

  it('of an older format is left as it is as well, when nothing is different in it', () => {
    const line = '{"event":{"n":123456789012345678901234567890.10}}';
    expect(upgradeLine(line, 1)).toBe(line);
  });

  it('cannot be read without a step that is missing', () => {
    expect(() => upgradeLine('{}', 1, { current: 2, steps: {} })).toThrow(
      'A backup of format 1 cannot be read',
    );
  });
});
