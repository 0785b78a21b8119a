import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { compressedPiece, gzipOf, storedPiece } from './gzip.js';

describe('a gzip file made of pieces', () => {
  it.each([
    ['none', []],
    ['one', ['to-do '.repeat(5_000)]],
    ['several', ['<ul>'.repeat(999), 'Milk', '', '</ul>'.repeat(999), '€']],
  ])('holds %s', (_, texts) => {
    const pieces = texts.map((text, index) =>
      index % 2 === 0 ? compressedPiece(Buffer.from(text)) : storedPiece(Buffer.from(text)),
    );
    expect(gunzipSync(gzipOf(pieces)).toString()).toBe(texts.join(''));
  });

  it('takes the same compressed piece at any place', () => {
    const same = compressedPiece(Buffer.from('the same text, the same text, '.repeat(100)));
    const other = storedPiece(randomBytes(36));
    const expected = Buffer.concat([same.plain, other.plain, same.plain]);
    expect(gunzipSync(gzipOf([same, other, same])).equals(expected)).toBe(true);
    expect(gzipOf([same, other, same]).length).toBeLessThan(expected.length / 10);
  });
});
