import { describe, expect, it } from '@jest/globals';
import { describeError } from './logger.js';

describe('an error in the log', () => {
  it('says what went wrong and where, and its code', () => {
    const error = Object.assign(new TypeError('no such thing'), { code: '42P01' });
    expect(describeError(error)).toEqual({
      type: 'TypeError',
      message: 'no such thing',
      stack: expect.stringContaining('logger.spec'),
      code: '42P01',
    });
  });

  it('keeps to itself what a library has hung on it: a connection, the row with what somebody typed', () => {
    const error = Object.assign(new Error('refused'), { client: { secretKey: 1 }, detail: 'Buy a ring' });
    expect(JSON.stringify(describeError(error))).not.toMatch(/secretKey|ring/);
  });
});
