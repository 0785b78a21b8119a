import { describe, expect, it } from '@jest/globals';
import { printable, printableJson } from './printable.js';

const ODD = 'Mia\u202egro\u0007\u001b[2J\u009b1m\u2066';

describe('what a terminal is sent', () => {
  it('moves no cursor, and changes no direction', () => {
    expect(printable(ODD)).toBe('Mia�gro��[2J�1m�');
  });

  it('as JSON is the same data, with such characters escaped', () => {
    const text = printableJson({ name: ODD });
    expect(text).toMatch(/^[ -~\n]*$/);
    expect(JSON.parse(text)).toEqual({ name: ODD });
  });
});
