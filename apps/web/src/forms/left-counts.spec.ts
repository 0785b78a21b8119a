import { describe, expect, it } from '@jest/globals';
import type { Left } from '#libs/commands';
import { formatLeft, leftCounts, leftWords } from './left-counts.js';

const wordsOf = (text: string) => {
  const { data } = leftCounts.safeParse(text);
  return data && leftWords(data);
};

describe('how many were left as they were', () => {
  it('is written into an address, and said in words', () => {
    const left = new Map<Left, number>([
      ['todo-in-trash', 1],
      ['todo-list-in-trash', 1],
      ['so-already', 1_000],
      ['todo-changed-since', 1],
      ['list-before-in-trash', 1],
    ]);
    const text = formatLeft(left) ?? '';
    expect(text).toBe('already-1000,trash-2,changed-1,before-1');
    expect(wordsOf(text)).toBe(
      '1,000 were so already. 2 are in the trash, and were left as they are. 1 has been changed since, and was left as it is. 1 was left where it is: the list that it was in before is in the trash.',
    );
  });

  it('is not in the address when it is none', () => {
    expect(formatLeft(new Map())).toBeUndefined();
  });

  it.each(['', 'already', 'already-0', 'already--1', 'already-10000', 'trash-1;2', 'already-1,<b>-2'])(
    'is nothing else than counts: %j',
    (text) => {
      expect(wordsOf(text)).toBeUndefined();
    },
  );
});
