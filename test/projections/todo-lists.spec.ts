import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#libs/domain';
import { Projecting } from '../support/projecting.js';

const home = randomUUID();
const garden = randomUUID();
const milk = randomUUID();

const list = { id: home, name: 'Home', removed: false, archived: false, version: 1 };
const todo = {
  id: milk,
  listId: home,
  title: 'Milk',
  priority: 'none',
  note: '',
  noteVersion: 0,
  order: 'a0',
  completed: false,
  due: [null, null, null],
  removed: false,
  version: 1,
};

const created: DomainEvent = { type: 'ListCreated', data: { name: 'Home' } };
const added: DomainEvent = { type: 'TodoAdded', data: { listId: home, title: 'Milk', order: 'a0' } };
const completed: DomainEvent = { type: 'TodoCompleted', data: {} };
const removed: DomainEvent = { type: 'TodoRemoved', data: {} };

describe('the projection todo-lists', () => {
  let projecting: Projecting;
  beforeAll(async () => {
    projecting = await Projecting.open();
  });
  afterAll(() => projecting.close());

  const oneList = (streamId: string, ...events: DomainEvent[]) =>
    events.map((event) => [streamId, event] as const);

  /** Each case has streams of its own, so that one log serves them all. */
  async function fold(listEvents: DomainEvent[], todoEvents: DomainEvent[]) {
    const fresh = new Map([home, garden, milk].map((id) => [id, randomUUID()]));
    const renamed = <Value>(value: Value, names: ReadonlyMap<string, string>): Value =>
      JSON.parse([...names].reduce((text, [from, to]) => text.replaceAll(from, to), JSON.stringify(value)));
    const history = renamed([...oneList(home, ...listEvents), ...oneList(milk, ...todoEvents)], fresh);
    await projecting.append(history);
    await projecting.project();
    const back = new Map([...fresh].map(([from, to]) => [to, from]));
    const rows = renamed(await projecting.rows(), back);
    const known = new Set<unknown>([home, garden, milk]);
    return {
      lists: rows.lists.filter((row) => known.has(Object(row).id)),
      todos: rows.todos.filter((row) => known.has(Object(row).id)),
      totals: rows.totals.filter((row) => known.has(Object(row).listId)),
    };
  }

  it('ListCreated makes a list', async () => {
    expect(await fold([created], [])).toEqual({ lists: [list], todos: [], totals: [] });
  });

  it('ListRenamed changes its name', async () => {
    const { lists } = await fold([created, { type: 'ListRenamed', data: { name: 'House' } }], []);
    expect(lists).toEqual([{ ...list, name: 'House', version: 2 }]);
  });

  it('ListRemoved puts it into the trash, and its to-dos stay as they are', async () => {
    const rows = await fold([created, { type: 'ListRemoved', data: {} }], [added]);
    expect(rows.lists).toEqual([{ ...list, removed: true, version: 2 }]);
    expect(rows.todos).toEqual([todo]);
  });

  it('ListRestored takes it out again', async () => {
    const events: DomainEvent[] = [
      created,
      { type: 'ListRemoved', data: {} },
      { type: 'ListRestored', data: {} },
    ];
    expect((await fold(events, [])).lists).toEqual([{ ...list, version: 3 }]);
  });

  it('ListArchived puts it away, and ListUnarchived back', async () => {
    const events: DomainEvent[] = [created, { type: 'ListArchived', data: {} }];
    expect((await fold(events, [])).lists).toEqual([{ ...list, archived: true, version: 2 }]);
    const back: DomainEvent = { type: 'ListUnarchived', data: {} };
    expect((await fold([...events, back], [])).lists).toEqual([{ ...list, version: 3 }]);
  });

  it('TodoAdded makes a to-do and counts it as open', async () => {
    const rows = await fold([created], [added]);
    expect(rows.todos).toEqual([todo]);
    expect(rows.totals).toEqual([{ listId: home, open: 1, done: 0 }]);
  });

  it('TodoRenamed changes its title', async () => {
    const { todos } = await fold([created], [added, { type: 'TodoRenamed', data: { title: 'Oat milk' } }]);
    expect(todos).toEqual([{ ...todo, title: 'Oat milk', version: 2 }]);
  });

  it('TodoNoted gives it a note, and keeps which event that was', async () => {
    const noted: DomainEvent = { type: 'TodoNoted', data: { note: 'Two\n*bottles*' } };
    const rows = await fold([created], [added, noted, completed]);
    expect(rows.todos).toMatchObject([{ note: 'Two\n*bottles*', noteVersion: 2, version: 3 }]);
  });

  it('TodoPrioritised changes its priority', async () => {
    const rows = await fold([created], [added, { type: 'TodoPrioritised', data: { priority: 'high' } }]);
    expect(rows.todos).toEqual([{ ...todo, priority: 'high', version: 2 }]);
  });

  it('TodoCompleted completes it and counts it as done', async () => {
    const rows = await fold([created], [added, completed]);
    expect(rows.todos).toEqual([{ ...todo, completed: true, version: 2 }]);
    expect(rows.totals).toEqual([{ listId: home, open: 0, done: 1 }]);
  });

  it('TodoCompletedBefore completes it as well', async () => {
    const before: DomainEvent = { type: 'TodoCompletedBefore', data: { at: '2026-11-24T14:03:22.001Z' } };
    const rows = await fold([created], [added, before]);
    expect(rows.todos).toEqual([{ ...todo, completed: true, version: 2 }]);
    expect(rows.totals).toEqual([{ listId: home, open: 0, done: 1 }]);
  });

  it('TodoReopened opens it again', async () => {
    const rows = await fold([created], [added, completed, { type: 'TodoReopened', data: {} }]);
    expect(rows.todos).toEqual([{ ...todo, version: 3 }]);
    expect(rows.totals).toEqual([{ listId: home, open: 1, done: 0 }]);
  });

  it('TodoScheduled says when it is due, and TodoUnscheduled that it is not', async () => {
    const day: DomainEvent = { type: 'TodoScheduled', data: { dueOn: '2028-02-29' } };
    const time: DomainEvent = {
      type: 'TodoScheduled',
      data: { dueOn: '2026-12-01', dueTime: '18:00', zone: 'Europe/Berlin' },
    };
    const dueAfter = async (...events: DomainEvent[]) => (await fold([created], [added, ...events])).todos;
    expect(await dueAfter(day)).toEqual([{ ...todo, due: ['2028-02-29', null, null], version: 2 }]);
    const due = ['2026-12-01', '18:00', 'Europe/Berlin'];
    expect(await dueAfter(day, time)).toEqual([{ ...todo, due, version: 3 }]);
    expect(await dueAfter(time, { type: 'TodoUnscheduled', data: {} })).toEqual([{ ...todo, version: 3 }]);
  });

  it('TodoMoved takes it and its count to another list', async () => {
    const moved: DomainEvent = { type: 'TodoMoved', data: { listId: garden, order: 'a5' } };
    const rows = await fold([created], [added, completed, moved]);
    expect(rows.todos).toEqual([{ ...todo, listId: garden, order: 'a5', completed: true, version: 3 }]);
    expect(rows.totals).toEqual([{ listId: garden, open: 0, done: 1 }]);
  });

  it('TodoRemoved puts it into the trash and does not count it', async () => {
    const rows = await fold([created], [added, removed]);
    expect(rows.todos).toEqual([{ ...todo, removed: true, version: 2 }]);
    expect(rows.totals).toEqual([]);
  });

  it('TodoRestored takes it out again as it was', async () => {
    const rows = await fold([created], [added, completed, removed, { type: 'TodoRestored', data: {} }]);
    expect(rows.todos).toEqual([{ ...todo, completed: true, version: 4 }]);
    expect(rows.totals).toEqual([{ listId: home, open: 0, done: 1 }]);
  });
});
