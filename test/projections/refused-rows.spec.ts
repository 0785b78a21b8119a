import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#libs/domain';
import { todoLists, verifyTables, type Projection } from '#libs/projections';
import { ids, Projecting } from '../support/projecting.js';
import { withFold } from '../support/with-fold.js';

const [home = '', milk = '', bread = '', salt = ''] = ids(4);
const added = (title: string): DomainEvent => ({ type: 'TodoAdded', data: { listId: home, title } });
const renamed = (title: string): DomainEvent => ({ type: 'TodoRenamed', data: { title } });
const completed: DomainEvent = { type: 'TodoCompleted', data: {} };

/** Folds a title of `!…` into a row that PostgreSQL refuses, each in another way. */
const WRONG: Readonly<Record<string, object>> = {
  '!no uuid': { listId: 'nowhere' },
  '!no text': { title: 'a\0b' },
  '!half a character': { title: 'a\ud800' },
  '!nothing': { title: null },
  '!too long for an index': {
    // Random, because PostgreSQL compresses what it can before it measures it.
    sortOrder: Array.from({ length: 700 }, () => Math.random().toString(36).slice(2, 12)).join(''),
  },
};

const wrong: Projection = withFold(
  (evolve) => (rows, recorded) =>
    evolve(rows, recorded).map((row) => ({ ...row, ...WRONG[String(row.title)] })),
);

describe.each(Object.keys(WRONG))('a row that PostgreSQL refuses (%s)', (title) => {
  let projecting: Projecting;
  beforeAll(async () => {
    projecting = await Projecting.open();
    await projecting.append([
      [home, { type: 'ListCreated', data: { name: 'Home' } }],
      [milk, added('Milk')],
      [bread, added('Bread')],
      [milk, renamed(title)],
      [bread, completed],
      [milk, completed],
      [salt, added('Salt')],
    ]);
  });
  afterAll(() => projecting.close());

  const whatIsThere = async () => {
    const { todos, totals, parked } = await projecting.rows();
    return {
      todos: todos.map((row) => ({ title: Object(row).title, version: Object(row).version })),
      totals,
      parked: parked.map((row) => ({ id: Object(row).streamId, type: Object(row).eventType })),
    };
  };

  const others = {
    todos: [
      { title: 'Milk', version: 1 },
      { title: 'Bread', version: 2 },
      { title: 'Salt', version: 1 },
    ],
    totals: [{ listId: home, open: 2, done: 1 }],
    parked: [{ id: milk, type: 'TodoRenamed' }],
  };

  it.each([1, 3, 1_000])('parks its stream and no other, in batches of %d', async (batch) => {
    await projecting.forget();
    await projecting.project(batch, wrong);
    expect(await whatIsThere()).toEqual(others);
  });

  it('is no difference to the log, as long as its stream is known to wait', async () => {
    expect(await verifyTables(projecting.readModel, { projection: wrong })).toMatchObject({ found: 0 });
  });

  it('does the same to a replay', async () => {
    await projecting.replay.run(wrong);
    expect(await whatIsThere()).toEqual(others);
    expect(await verifyTables(projecting.readModel, { projection: wrong })).toMatchObject({ found: 0 });
  });

  it('stays parked until the fold is mended, and is then folded on', async () => {
    expect(await projecting.parked.retry(wrong)).toEqual({ folded: 0, parked: 1 });
    expect(await whatIsThere()).toEqual(others);
    expect(await projecting.parked.retry(todoLists)).toEqual({ folded: 1, parked: 0 });
    expect((await whatIsThere()).todos[0]).toEqual({ title, version: 3 });
    expect(await verifyTables(projecting.readModel, { projection: todoLists })).toMatchObject({ found: 0 });
  });
});

describe('an event that is not what its type says', () => {
  let projecting: Projecting;
  beforeAll(async () => {
    projecting = await Projecting.open();
  });
  afterAll(() => projecting.close());

  it.each([
    ['TodoAdded', { listId: 'nowhere', title: 'Milk' }, 'TodoAdded has a field listId that is not a uuid'],
    ['TodoAdded', { listId: home, title: 7 }, 'TodoAdded has a field title that is not text'],
    ['TodoMoved', { listId: home, order: 'a'.repeat(4_000) }, 'TodoMoved has a field order that is too long'],
    ['TodoMoved', { listId: home, order: 'a 0' }, 'TodoMoved has a field order that is not an order'],
  ])('parks its stream and no other: %s %j', async (type, data, error) => {
    const [bad = '', good = ''] = ids(2);
    if (type !== 'TodoAdded') await projecting.append([[bad, added('Milk')]]);
    await projecting.appendUnchecked(bad, { type, schemaVersion: type === 'TodoAdded' ? 2 : 1, data });
    await projecting.append([[good, added('Bread')]]);
    await projecting.project();
    const { todos, parked } = await projecting.rows();
    expect(parked).toContainEqual({ streamId: bad, eventType: type, error });
    expect(todos).toContainEqual(expect.objectContaining({ id: good, title: 'Bread' }));
    await projecting.replay.run(todoLists);
    expect((await projecting.rows()).parked).toContainEqual({ streamId: bad, eventType: type, error });
  });
});
