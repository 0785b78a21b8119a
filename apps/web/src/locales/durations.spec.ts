import { describe, expect, it } from '@jest/globals';
import { durationWords, inLocale } from './index.js';

describe('how long somebody has to wait', () => {
  it.each([
    [1, '1 second', '1 Sekunde'],
    [90, '90 seconds', '90 Sekunden'],
    [91, '2 minutes', '2 Minuten'],
    [900, '15 minutes', '15 Minuten'],
    [5_400, '90 minutes', '90 Minuten'],
    [5_401, '2 hours', '2 Stunden'],
    [21_600, '6 hours', '6 Stunden'],
  ])('is for %i seconds %s, and %s in German', (seconds, english, german) => {
    expect(durationWords(seconds)).toBe(english);
    expect(inLocale({ language: 'de', timeZone: 'UTC' }, () => durationWords(seconds))).toBe(german);
  });
});
