import { expect, it } from '@jest/globals';
import { tooManyTries } from './words.js';

it.each([
  [1, '1 second'],
  [90, '90 seconds'],
  [91, '2 minutes'],
  [900, '15 minutes'],
  [5_400, '90 minutes'],
  [5_401, '2 hours'],
  [21_600, '6 hours'],
])('who has tried too often is told to wait %i seconds as %s', (seconds, words) => {
  expect(tooManyTries(seconds)).toBe(`Too many tries. Wait ${words}, and try again.`);
});
