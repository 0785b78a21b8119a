import { describe, expect, it } from '@jest/globals';
import { addToPath } from './add-to-path.js';

describe('what is added to a path', () => {
  it.each([
    ['/lists/1', {}, '/lists/1'],
    ['/lists/1', { did: undefined }, '/lists/1'],
    ['/lists/1', { did: 'a', seen: '3.7' }, '/lists/1?did=a&seen=3.7'],
    ['/lists/1?show=done', { did: 'a' }, '/lists/1?show=done&did=a'],
    ['/lists/1?did=b&show=done', { did: 'a' }, '/lists/1?show=done&did=a'],
    ['/lists/1?did=b', { did: undefined }, '/lists/1?did=b'],
    [
      '/sign-in',
      { next: '/lists/1?show=done&x=ä b+c' },
      '/sign-in?next=%2Flists%2F1%3Fshow%3Ddone%26x%3D%C3%A4%20b%2Bc',
    ],
  ])('to %s, %j: %s', (path, fields, expected) => {
    expect(addToPath(path, fields)).toBe(expected);
  });
});
