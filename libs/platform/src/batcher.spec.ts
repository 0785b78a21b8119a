import { describe, expect, it } from '@jest/globals';
import { Batcher } from './batcher.js';

/** A batcher whose calls are answered by hand. */
function manual(limits: { batch: number; calls: number; capacity?: number }) {
  const calls: { items: number[]; answer: () => void; fail: (error: Error) => void }[] = [];
  const batcher = new Batcher<number, string>(
    (items) =>
      new Promise((resolve, reject) => {
        calls.push({ items, answer: () => resolve(items.map(String)), fail: reject });
      }),
    limits,
  );
  return { batcher, calls };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** A call follows another after one turn of the event loop; this is two, so that it has been made. */
async function turn(): Promise<void> {
  await nextTurn();
  await nextTurn();
}

describe('batching what waits', () => {
  it('calls at once when nothing is in flight', async () => {
    const { batcher, calls } = manual({ batch: 10, calls: 1 });
    const answer = batcher.add(1);
    await turn();
    expect(calls.map(({ items }) => items)).toEqual([[1]]);
    calls[0]?.answer();
    await expect(answer).resolves.toBe('1');
  });

  it('takes what came meanwhile in the next call, in its order and up to the limit', async () => {
    const { batcher, calls } = manual({ batch: 2, calls: 1 });
    const answers = [1, 2, 3, 4, 5].map((item) => batcher.add(item));
    for (let call = 0; call < 3; call += 1) {
      await turn();
      calls[call]?.answer();
    }
    await expect(Promise.all(answers)).resolves.toEqual(['1', '2', '3', '4', '5']);
    expect(calls.map(({ items }) => items)).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('fails those who travelled in a call that failed, and goes on', async () => {
    const { batcher, calls } = manual({ batch: 1, calls: 1 });
    const lost = batcher.add(1);
    const kept = batcher.add(2);
    await turn();
    calls[0]?.fail(new Error('connection lost'));
    await expect(lost).rejects.toThrow('connection lost');
    await turn();
    calls[1]?.answer();
    await expect(kept).resolves.toBe('2');
  });

  it('fails only the item whose data were refused, and keeps the order of the others', async () => {
    const tried: number[][] = [];
    const batcher = new Batcher<number, string>(
      async (items) => {
        tried.push(items);
        if (items.includes(3)) throw Object.assign(new Error('3 is refused'), { code: '22P02' });
        return items.map(String);
      },
      { batch: 10, calls: 1 },
    );
    const answers = await Promise.allSettled([1, 2, 3, 4, 5].map((item) => batcher.add(item)));
    expect(answers.map(({ status }) => status === 'fulfilled')).toEqual([true, true, false, true, true]);
    expect(tried).toEqual([[1, 2, 3, 4, 5], [1, 2, 3], [1, 2], [3], [4, 5]]);
  });

  it('refuses when too many wait', async () => {
    const { batcher } = manual({ batch: 1, calls: 1, capacity: 1 });
    void batcher.add(1);
    await turn();
    void batcher.add(2);
    await expect(batcher.add(3)).rejects.toThrow('Too much is waiting');
  });
});
