import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#libs/domain';
import { DEFAULT_WORKSPACE } from '#libs/event-store';
import { internalsOf } from '#libs/platform';
import { eraseWorkspace, todoLists, verifyTables, type Projection } from '#libs/projections';
import { liveSchema, ReadModel } from '#libs/read-model';
import { openDatabase } from '../support/log.js';
import { ids, Projecting } from '../support/projecting.js';
import { startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { wordIndex } from '../support/word-index.js';

const [home = '', milk = '', bread = ''] = ids(3);
const both = [todoLists, wordIndex];
const added = (title: string): DomainEvent => ({ type: 'TodoAdded', data: { listId: home, title } });
const renamed = (title: string): DomainEvent => ({ type: 'TodoRenamed', data: { title } });
const removed: DomainEvent = { type: 'TodoRemoved', data: {} };

/** Cannot index one of the words, in one of its two tables. */
const faulty: Projection = {
  ...wordIndex,
  tables: wordIndex.tables.map((table, index) => ({
    ...table,
    evolve(rows, recorded) {
      const { event } = recorded;
      if (index === 1 && event.type === 'TodoRenamed' && event.data.title.includes('beans'))
        throw new Error('no beans');
      return table.evolve(rows, recorded);
    },
  })),
};

describe('a second projection, with several rows for a stream and several tables for an event', () => {
  let projecting: Projecting;
  beforeAll(async () => {
    projecting = await Projecting.open();
    await projecting.append([
      [home, { type: 'ListCreated', data: { name: 'Home' } }],
      [milk, added('oat milk')],
      [bread, added('bread and milk')],
    ]);
  });
  afterAll(() => projecting.close());

  const words = () =>
    projecting.database.query<{ todo: string; word: string }>(
      `select todo_id as todo, word from ${liveSchema(wordIndex)}.words order by word, todo_id`,
    );
  const wordsOf = async (id: string) =>
    (await words()).filter(({ todo }) => todo === id).map(({ word }) => word);
  const counts = async () => {
    const rows = await projecting.database.query<{ word: string; todos: number }>(
      `select word, todos from ${liveSchema(wordIndex)}.word_counts where todos <> 0 order by word`,
    );
    return Object.fromEntries(rows.map(({ word, todos }) => [word, todos]));
  };
  const differences = async (projection: Projection) =>
    (await verifyTables(projecting.readModel, { projection })).differences;

  it('is built, caught up with and verified like the first one', async () => {
    expect(await projecting.replay.prepare(wordIndex)).toBe(true);
    expect(await counts()).toEqual({ and: 1, bread: 1, milk: 2, oat: 1 });
    await projecting.append([
      [milk, renamed('soy milk')],
      [bread, removed],
    ]);
    await projecting.project(1, wordIndex);
    expect(await wordsOf(milk)).toEqual(['milk', 'soy']);
    expect(await wordsOf(bread)).toEqual([]);
    expect(await counts()).toEqual({ milk: 1, soy: 1 });
    expect(await differences(wordIndex)).toEqual([]);
  });

  it('has the same rows after a replay, while the first one stays as it is', async () => {
    await projecting.project();
    const before = { words: await words(), counts: await counts(), first: await projecting.rows() };
    await projecting.replay.run(wordIndex);
    expect({ words: await words(), counts: await counts(), first: await projecting.rows() }).toEqual(before);
  });

  it('is found out by verify where a row is wrong, missing or too much', async () => {
    const schema = liveSchema(wordIndex);
    await projecting.database.query(`update ${schema}.titles set titles = '{forged}' where id = $1`, [milk]);
    await projecting.database.query(`delete from ${schema}.words where word = 'soy'`);
    await projecting.database.query(
      `insert into ${schema}.words (todo_id, word, workspace_id) values ($1, 'beans', $2)`,
      [bread, DEFAULT_WORKSPACE],
    );
    const found = await differences(wordIndex);
    expect(found.map(({ table, key, column }) => [table, key, column].join(' ').trim()).toSorted()).toEqual([
      `titles ${milk} titles`,
      `word_counts beans ${DEFAULT_WORKSPACE} todos`,
      `word_counts soy ${DEFAULT_WORKSPACE} todos`,
      `words ${milk} soy`,
      `words ${bread} beans`,
    ]);
    await projecting.replay.run(wordIndex);
    expect(await differences(wordIndex)).toEqual([]);
  });

  it('parks a stream in all of its tables at once, and in no other projection', async () => {
    await projecting.append([
      [milk, renamed('beans')],
      [milk, renamed('peas')],
    ]);
    await projecting.project(1_000, faulty);
    await projecting.project();
    expect((await projecting.rows()).parked).toEqual([
      { streamId: milk, eventType: 'TodoRenamed', error: 'no beans' },
    ]);
    expect(await wordsOf(milk)).toEqual(['milk', 'soy']);
    expect((await projecting.rows()).todos).toMatchObject([{ id: milk, title: 'peas' }, { id: bread }]);
    expect(await projecting.parked.retry(wordIndex)).toEqual({ folded: 1, parked: 0 });
    expect(await wordsOf(milk)).toEqual(['peas']);
    expect(await differences(wordIndex)).toEqual([]);
  });

  it('is erased with its workspace', async () => {
    const owner = openDatabase(projecting.url);
    const content = await eraseWorkspace(new ReadModel(owner), both, DEFAULT_WORKSPACE);
    await owner.close();
    expect(content.rows).toContainEqual({ table: 'words', count: 1 });
    expect([await words(), await counts()]).toEqual([[], {}]);
    for (const projection of both) expect(await differences(projection)).toEqual([]);
  });
});

describe('a worker with two projections', () => {
  let projecting: Projecting;
  beforeAll(async () => {
    projecting = await Projecting.open();
  });
  afterAll(() => projecting.close());

  it('builds both, is ready only then, keeps both level, and tells of both', async () => {
    await projecting.append([[milk, added('oat milk')]]);
    const worker = await startWorker(projecting.url, both);
    const internals = internalsOf(worker);
    await until(async () => (await internals.readiness()).isReady);
    const { details } = await internals.readiness();
    for (const { name } of both) expect(JSON.stringify(details)).toContain(`"${name}"`);
    await projecting.append([[bread, added('bread')]]);
    await until(async () => {
      const rows = await projecting.database.query(`select from ${liveSchema(wordIndex)}.words`);
      return rows.length === 3 && (await projecting.rows()).todos.length === 2;
    });
    expect(await internals.metrics()).toMatch(/garbanzo_projection_lag_seconds\{projection="word-index"\}/);
    await projecting.database.query(
      `update generations set state = 'kept' where projection = 'word-index' and state = 'live'`,
    );
    expect((await internals.readiness()).isReady).toBe(false);
    await worker.close();
  });
});
