import { describe, expect, it } from '@jest/globals';
import { isOneEditAway } from './is-one-edit-away.js';

describe('a word that somebody may have meant', () => {
  it.each([
    ['a letter too many', 'millk', 'milk'],
    ['a letter too few', 'mik', 'milk'],
    ['another letter', 'mulk', 'milk'],
    ['two letters that changed places', 'mlik', 'milk'],
    ['the first two that changed places', 'imlk', 'milk'],
    ['a letter outside of the first plane', 'm𝒾lk', 'milk'],
  ])('has %s', (_, typed, meant) => {
    expect([isOneEditAway(typed, meant), isOneEditAway(meant, typed)]).toEqual([true, true]);
  });

  it.each([
    ['milk', 'milk'],
    ['milk', 'mi'],
    ['milk', 'mlki'],
    ['milk', 'bulk'],
    ['abcd', 'badc'],
  ])('is not %s for %s', (typed, meant) => {
    expect(isOneEditAway(typed, meant)).toBe(false);
  });
});
