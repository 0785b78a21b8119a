import { isDeepStrictEqual } from 'node:util';
import { expect } from '@jest/globals';
import { until } from '../support/until.js';

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> {
    /** What the function reads is this, or becomes it within seconds. */
    toBecome(expected: T extends () => Promise<infer Read> ? Read : never): Promise<R>;
  }
}

expect.extend({
  async toBecome(read: () => Promise<unknown>, expected: unknown) {
    let latest: unknown;
    const isSo = async () => {
      // While one page makes way for another there is nothing to read.
      latest = await read().catch(String);
      return isDeepStrictEqual(latest, expected);
    };
    const pass = await until(isSo, 20_000).then(
      () => true,
      () => false,
    );
    const message = () =>
      `It should have become:\n${this.utils.diff(expected, latest) ?? ''}\n` +
      `It was: ${this.utils.printReceived(latest)}`;
    return { pass, message };
  },
});
