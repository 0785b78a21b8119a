import { jest } from '@jest/globals';

/** From now on the clock of this process shows this, and stands still, until `jest.useRealTimers()`. What waits waits as before. */
export function setDate(now: string): void {
  jest.useFakeTimers({
    now: new Date(now),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}
