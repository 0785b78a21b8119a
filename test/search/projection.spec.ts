import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#libs/domain';
import { DEFAULT_WORKSPACE } from '#libs/event-store';
import { eraseWorkspace, PROJECTIONS, search, verifyTables } from '#libs/projections';
import { markOf, ReadModel } from '#libs/read-model';
import { openDatabase } from '../support/log.js';
import { ids, Projecting } from '../support/projecting.js';

const [home = '', shed = '', milk = '', bread = ''] = ids(4);
const mark = markOf(DEFAULT_WORKSPACE);

const added = (title: string): DomainEvent => ({ type: 'TodoAdded', data: { listId: home, title } });
const todo = (type: 'TodoCompleted' | 'TodoReopened' | 'TodoRemoved' | 'TodoRestored'): DomainEvent => ({
  type,
  data: {},
});

const HISTORY = [
  [home, { type: 'ListCreated', data: { name: 'Home' } }],
  [shed, { type: 'ListReceived', data: { name: 'Shed', as: 'copy' } }],
  [milk, added('Oat milk')],
  [bread, added('Bread')],
  [milk, { type: 'TodoRenamed', data: { title: 'Soy milk' } }],
  [milk, { type: 'TodoNoted', data: { note: 'From the **farm**' } }],
  [home, { type: 'ListRenamed', data: { name: 'House' } }],
  [milk, todo('TodoCompleted')],
  [milk, { type: 'TodoMoved', data: { listId: shed, order: 'a1' } }],
  [bread, { type: 'TodoCompletedBefore', data: { at: '2026-01-01T12:00:00.000Z' } }],
  [bread, todo('TodoReopened')],
  [bread, { type: 'TodoRenumbered', data: { order: 'a2' } }],
  [bread, todo('TodoRemoved')],
  [bread, todo('TodoRestored')],
  [shed, { type: 'ListRemoved', data: {} }],
  [shed, { type: 'ListRestored', data: {} }],
  [shed, { type: 'ListTransferred', data: { to: DEFAULT_WORKSPACE, list: home, as: 'move' } }],
] as const satisfies readonly (readonly [string, DomainEvent])[];

describe('what lists and to-dos are found by', () => {
  let projecting: Projecting;
  beforeAll(async () => {
    projecting = await Projecting.open();
    await projecting.replay.prepare(search);
    await projecting.append(HISTORY);
  });
  afterAll(() => projecting.close());

  const rows = async () => ({
    entries: await projecting.database.query('select * from search_entries order by id'),
    words: await projecting.database.query<{ word: string; uses: number }>(
      'select word, uses from search_words where uses > 0 order by word',
    ),
  });
  const differences = async () =>
    (await verifyTables(projecting.readModel, { projection: search })).differences;

  it('is the same in one batch, event by event, and after a replay', async () => {
    await projecting.project(1, search);
    const one = await rows();
    expect(await differences()).toEqual([]);
    await projecting.replay.run(search);
    expect(await rows()).toEqual(one);
    await projecting.database.query('update checkpoints set position = 0');
    for (const table of ['search_entries', 'search_words'])
      await projecting.database.query(`delete from ${table}`);
    await projecting.project(1_000, search);
    expect(await rows()).toEqual(one);
    expect(await differences()).toEqual([]);
  });

  it('is what a list or a to-do is called and was called, and how it is', async () => {
    const { entries, words } = await rows();
    const marked = (...all: string[]) => all.map((word) => mark + word);
    expect(entries).toMatchObject(
      [
        { id: home, kind: 'list', title: 'House', former_titles: ['Home'], removed_at: null },
        { id: shed, kind: 'list', title: 'Shed', removed_at: expect.any(Date) },
        {
          id: milk,
          kind: 'todo',
          list_id: shed,
          title: 'Soy milk',
          former_titles: ['Oat milk'],
          completed_at: expect.any(Date),
          title_words: marked('soy', 'milk'),
          other_words: marked('oat', 'from', 'the', 'farm'),
        },
        { id: bread, kind: 'todo', list_id: home, completed_at: null, removed_at: null },
      ].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    );
    expect(words.map(({ word }) => word)).toEqual([
      'bread',
      'farm',
      'from',
      'home',
      'house',
      'milk',
      'oat',
      'shed',
      'soy',
      'the',
    ]);
  });

  it('is found out by verify where it is wrong', async () => {
    await projecting.database.query(`update search_words set uses = 7 where word = 'milk'`);
    await projecting.database.query(`update search_entries set title_words = '{}' where id = $1`, [bread]);
    expect((await differences()).map(({ table, column }) => `${table} ${column}`).toSorted()).toEqual([
      'search_entries titleWords',
      'search_words uses',
      'search_words uses',
    ]);
    await projecting.replay.run(search);
    expect(await differences()).toEqual([]);
  });

  it('is erased with its workspace', async () => {
    const owner = openDatabase(projecting.url);
    const { rows: erased } = await eraseWorkspace(new ReadModel(owner), PROJECTIONS, DEFAULT_WORKSPACE);
    await owner.close();
    expect(erased).toContainEqual({ table: 'search_entries', count: 4 });
    expect(await rows()).toEqual({ entries: [], words: [] });
  });
});
