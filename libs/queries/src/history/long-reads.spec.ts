import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LongReads } from './long-reads.js';
import { TooBusyError } from './too-busy.error.js';

/** Work that goes on until it is told to end. */
function work() {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { run: jest.fn(() => promise), end: resolve };
}

describe('long reads', () => {
  let reads: LongReads;
  beforeEach(() => {
    jest.useFakeTimers();
    reads = new LongReads();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('are done two at once, the others in the order in which they came', async () => {
    const works = Array.from({ length: 4 }, work);
    const answers = works.map(({ run }) => reads.run(run));
    const begun = () => works.map(({ run }) => run.mock.calls.length);
    await jest.advanceTimersByTimeAsync(0);
    expect(begun()).toEqual([1, 1, 0, 0]);
    works[1]?.end('second');
    expect(await answers[1]).toBe('second');
    await jest.advanceTimersByTimeAsync(0);
    expect(begun()).toEqual([1, 1, 1, 0]);
    for (const { end } of works) end('done');
    expect(await Promise.all(answers)).toEqual(['done', 'second', 'done', 'done']);
  });

  it('make room for others when they fail', async () => {
    const failing = () => Promise.reject(new Error('broken'));
    for (let n = 0; n < 5; n += 1) await expect(reads.run(failing)).rejects.toThrow('broken');
    expect(await reads.run(() => Promise.resolve('done'))).toBe('done');
  });

  it('are turned away when their turn does not come in time, and then take nobody’s place', async () => {
    const works = [work(), work()];
    const running = works.map(({ run }) => reads.run(run));
    const late = work();
    const refused = reads.run(late.run).catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(await refused).toBeInstanceOf(TooBusyError);
    for (const { end } of works) end('done');
    await Promise.all(running);
    expect(late.run).not.toHaveBeenCalled();
    expect(await reads.run(() => Promise.resolve('next'))).toBe('next');
  });

  it('are turned away at once when very many wait already', async () => {
    const works = Array.from({ length: 52 }, work);
    const answers = works.map(({ run }) => reads.run(run));
    await expect(reads.run(work().run)).rejects.toThrow(TooBusyError);
    for (const { end } of works) end('done');
    expect(await Promise.all(answers)).toHaveLength(52);
  });
});
