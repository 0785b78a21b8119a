import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_WORKSPACE } from '#libs/event-store';
import { SHOWS } from '#libs/queries';
import { todoLists } from '#libs/projections';
import type { TodoPage } from '../../libs/queries/src/history/past-page.js';
import { readAsOf } from '../../libs/queries/src/history/read-as-of.js';
import { openDatabase, SHARD } from '../support/log.js';
import { createWorkspace, writePast } from '../support/past.js';
import { plainPage, plainPast, readLog, type TimedEvent } from '../support/plain-past.js';
import { Projecting } from '../support/projecting.js';
import { Choice, randomNumbers, RandomPast } from '../support/random-past.js';

const MOMENTS = 60;

describe.each([1, 2, 3])('a list as it was, in random log %i', (seed) => {
  const choice = new Choice(randomNumbers(seed));
  const past = new RandomPast(choice);
  const lists = Array.from({ length: 3 }, () => choice.uuid());
  let projecting: Projecting;
  let log: readonly TimedEvent[];
  beforeAll(async () => {
    projecting = await Projecting.open();
    await writePast(projecting.url, past.events(lists, 900));
    const others = await createWorkspace(projecting.url);
    const secret = { listId: lists[0], title: 'Secret', order: 'a0' };
    const theirs = { streamId: choice.uuid(), type: 'TodoAdded', data: secret, at: '2026-01-01T00:00Z' };
    await writePast(projecting.url, [theirs], others);
    await projecting.project();
    await reread();
  });
  afterAll(() => projecting.close());

  async function reread(): Promise<void> {
    const owner = openDatabase(projecting.url);
    log = (await readLog(owner)).filter(({ workspaceId }) => workspaceId === DEFAULT_WORKSPACE);
    await owner.close();
  }

  const compared = async (
    listId: string,
    moment: string,
    page: TodoPage & { limit: number },
    projected?: number,
  ) => {
    const list = { workspaceId: DEFAULT_WORKSPACE, shard: SHARD, listId };
    const { todos, ...expected } = plainPast(log, { listId, moment, ...(projected ? { projected } : {}) });
    const read = await readAsOf(projecting.readModel, list, moment, page);
    const { todos: shown, ...counted } = read.readPage();
    const items = shown.map((todo) => {
      const { id, title, priority, noteVersion, labelIds, hasNote, completedAt, order } = todo;
      const { dueOn, dueTime, dueZone, recurrence, occurrence, itemCount, tickedCount } = todo;
      const due = { dueOn, dueTime, dueZone, recurrence, occurrence, itemCount, tickedCount };
      return { id, title, priority, noteVersion, labelIds, hasNote, completedAt, ...due, order };
    });
    expect({ list: read.list, unreadable: read.unreadable, todos: items, ...counted }).toEqual({
      ...expected,
      ...plainPage(todos, page),
    });
    return { todos, unreadable: read.unreadable };
  };

  const somePage = () => {
    const after = choice.happens(0.3) ? undefined : { order: `a${choice.below(20)}`, id: choice.uuid() };
    return { show: choice.of(SHOWS), after, limit: choice.of([1, 7, 30, 100]) };
  };

  const someMoment = () => {
    const { moment } = choice.of(log);
    return choice.happens(0.5) ? moment : moment.replace(/\d\d\dZ$/, '000Z');
  };

  it('is what a plain fold of all events makes, at any moment and on any page', async () => {
    const seen = [];
    for (let n = 0; n < MOMENTS; n += 1) {
      seen.push(await compared(choice.of(lists), someMoment(), somePage()));
    }
    expect(seen.filter(({ todos }) => todos.length > 20).length).toBeGreaterThan(10);
    expect(seen.filter(({ unreadable }) => unreadable > 0).length).toBeGreaterThan(10);
  });

  it('is the same while the tables lag behind the log', async () => {
    await writePast(projecting.url, past.more(150));
    await reread();
    for (let folded = 0; folded < 5; folded += 1) {
      await projecting.catchUp.catchUp({ projection: todoLists }, SHARD, 20);
      const projected = await checkpoint();
      expect(projected).toBeLessThan(log.at(-1)?.position ?? 0);
      for (let n = 0; n < 10; n += 1) {
        await compared(choice.of(lists), choice.of(log.slice(-200)).moment, somePage(), projected);
      }
    }
  });

  async function checkpoint(): Promise<number> {
    const [row] = await projecting.database.query<{ position: number }>(
      'select position from checkpoints where shard = $1',
      [SHARD],
    );
    return row?.position ?? 0;
  }
});
