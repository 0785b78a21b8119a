import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { linkOn } from '../support/history-page.js';
import { writePast, type PastEvent } from '../support/past.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { todosOn, Visitor } from '../support/visitor.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';

const at = (day: number, time = '12:00:00Z') => `2026-03-${String(day).padStart(2, '0')}T${time}`;

describe('a list as it was', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let [home, garden, milk, bread, salt] = ['', '', '', '', ''];
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
  });
  beforeEach(() => {
    [home, garden, milk, bread, salt] = [uuidv7(), uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const created = (streamId: string, name: string, when: string): PastEvent => ({
    streamId,
    type: 'ListCreated',
    data: { name },
    at: when,
  });
  const added = (streamId: string, title: string, order: string, when: string): PastEvent => ({
    streamId,
    type: 'TodoAdded',
    data: { listId: home, title, order },
    at: when,
  });
  const moved = (streamId: string, listId: string, order: string, when: string): PastEvent => ({
    streamId,
    type: 'TodoMoved',
    data: { listId, order },
    at: when,
  });

  /** Writes events and waits until the tables have them. */
  async function write(events: readonly PastEvent[]): Promise<void> {
    await writePast(test.url, events);
    await until(async () => {
      const { status, text } = await visitor.open(`/lists/${home}/history`);
      return status === 200 && !text.includes('Still catching up');
    });
  }
  const open = (asOf: string, query = '') =>
    visitor.open(`/lists/${home}?asOf=${encodeURIComponent(asOf)}${query}`);
  const titles = async (asOf: string, query = '') =>
    todosOn((await open(asOf, query)).text).map(({ title }) => title);

  it('has the name, the to-dos, their order, what was done, and the counters of that time', async () => {
    await write([
      created(home, 'Home', at(1)),
      created(garden, 'Garden', at(1)),
      added(milk, 'Milk', 'a1', at(2)),
      added(bread, 'Bread', 'a2', at(2, '12:00:01Z')),
      added(salt, 'Salt', 'a3', at(2, '12:00:02Z')),
      { streamId: bread, type: 'TodoCompleted', at: at(3) },
      moved(salt, home, 'a0', at(4)),
      moved(milk, garden, 'a0', at(5)),
      { streamId: home, type: 'ListRenamed', data: { name: 'House' }, at: at(6) },
      { streamId: milk, type: 'TodoRenamed', data: { title: 'Oat milk' }, at: at(7) },
      moved(milk, home, 'a4', at(8)),
      { streamId: bread, type: 'TodoRemoved', at: at(9) },
      { streamId: home, type: 'ListRemoved', at: at(10) },
    ]);
    const third = (await open(at(3))).text;
    expect(third).toContain('<h1 dir="auto">Home</h1>');
    expect(third).toContain('2 to do · 1 done');
    expect(todosOn(third)).toEqual([
      { id: milk, title: 'Milk', done: false },
      { id: bread, title: 'Bread', done: true },
      { id: salt, title: 'Salt', done: false },
    ]);
    expect(await titles(at(3), '&show=active')).toEqual(['Milk', 'Salt']);
    expect(await titles(at(3), '&show=done')).toEqual(['Bread']);
    expect(await titles(at(4))).toEqual(['Salt', 'Milk', 'Bread']);
    expect(await titles(at(5))).toEqual(['Salt', 'Bread']);
    expect((await open(at(5))).text).toContain('<h1 dir="auto">Home</h1>');
    expect((await open(at(6))).text).toContain('<h1 dir="auto">House</h1>');
    expect(await titles(at(8))).toEqual(['Salt', 'Bread', 'Oat milk']);
    expect(await titles(at(9))).toEqual(['Salt', 'Oat milk']);
    expect((await open(at(9))).text).not.toContain('It was in the trash.');
    expect((await open(at(10))).text).toContain('It was in the trash.');
  });

  it('says as of when, leads back to now, and has nothing with which to change anything', async () => {
    await write([created(home, 'Home', at(1)), added(milk, 'Milk', 'a1', at(2))]);
    const { status, text } = await open(at(2));
    expect(status).toBe(200);
    expect(text).toContain(
      'As it was on <time datetime="2026-03-02T12:00:00.000Z">2 March 2026, 12:00:00 UTC</time>',
    );
    expect(linkOn(text, 'Back to now')).toBe(`${WORKSPACE_PATH}/lists/${home}`);
    const main = /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '';
    expect(main).toContain('Milk');
    expect(main).not.toMatch(/<(form|button|input|select)|method=|commandId/);
    expect(text).not.toContain('<form');
  });

  it('keeps its time in its tabs and from page to page', async () => {
    const many = Array.from({ length: 203 }, (_, n) => String(n).padStart(3, '0'));
    await write([
      created(home, 'Home', at(1)),
      ...many.map((n) => added(uuidv7(), `To-do ${n}`, `a${n}`, at(2))),
      added(uuidv7(), 'Too late', 'a999', at(3)),
    ]);
    const seen = [];
    for (let path: string | undefined = `/lists/${home}?asOf=2026-03-02T13:00`; path !== undefined;) {
      const { text }: { text: string } = await visitor.open(path);
      seen.push(todosOn(text).map(({ title }) => title));
      expect(text).toContain('As it was on');
      expect(text).toContain('203 to do');
      path = linkOn(text, 'Next 100');
    }
    expect(seen.map(({ length }) => length)).toEqual([100, 100, 3]);
    expect(seen.flat()).toEqual(many.map((n) => `To-do ${n}`));
    const active = linkOn((await open(at(2))).text, 'Active <span class="badge">203</span>');
    expect((await visitor.open(active ?? '')).text).toContain('As it was on');
  });

  it('is exact to the microsecond', async () => {
    await write([created(home, 'Home', at(1)), added(milk, 'Milk', 'a1', at(2, '12:00:00.123456Z'))]);
    expect(await titles(at(2, '12:00:00.123455Z'))).toEqual([]);
    expect(await titles(at(2, '12:00:00.123456Z'))).toEqual(['Milk']);
  });

  it('takes a time without a zone as UTC, and knows other zones', async () => {
    await write([created(home, 'Home', at(1)), added(milk, 'Milk', 'a1', at(2))]);
    expect(await titles('2026-03-02T11:59')).toEqual([]);
    expect(await titles('2026-03-02T12:00')).toEqual(['Milk']);
    expect(await titles('2026-03-02T13:59:59+02:00')).toEqual([]);
    expect(await titles('2026-03-02T14:00:00+02:00')).toEqual(['Milk']);
  });

  it('folds no stream with a hole in it when the clock was set back', async () => {
    await write([
      created(home, 'Home', at(1)),
      added(milk, 'Milk', 'a1', at(2)),
      { streamId: milk, type: 'TodoRenamed', data: { title: 'Oat milk' }, at: at(9) },
      { streamId: milk, type: 'TodoCompleted', at: at(3) },
      added(bread, 'Bread', 'a2', at(4)),
    ]);
    expect(await titles(at(2))).toEqual(['Milk']);
    expect(todosOn((await open(at(3))).text)).toEqual([{ id: milk, title: 'Oat milk', done: true }]);
    expect(await titles(at(4))).toEqual(['Oat milk', 'Bread']);
  });

  it.each([
    ['is none', 'nonsense', 'That is no day and time.'],
    ['is none', '', 'That is no day and time.'],
    ['is on no calendar', '2026-02-30', 'That is no day and time.'],
    ['is still to come', '2999-01-01', 'That is still to come.'],
    [
      'was before the list',
      '2026-02-01',
      'The list was not there yet. It was created on 1 March 2026, 12:00:00 UTC.',
    ],
    ['was long before the list', '0001-01-01', 'The list was not there yet.'],
  ])('of a time that %s is refused in words, and another one is asked for: %j', async (_, asOf, words) => {
    await write([created(home, 'Home', at(1))]);
    const { status, text } = await open(asOf);
    expect(status).toBe(422);
    expect(text).toContain(`<a href="#as-of">${words}`);
    expect(text).toMatch(/id="as-of" type="datetime-local" name="asOf" [^>]*aria-invalid="true"/);
    expect(text).toContain('<h1>History of “<bdi>Home</bdi>”</h1>');
  });

  it('is chosen on the page of its history, by a form that only asks', async () => {
    await write([created(home, 'Home', at(1))]);
    const { text } = await visitor.open(`/lists/${home}/history`);
    expect(text).toContain(`<form class="pick" method="get" action="${WORKSPACE_PATH}/lists/${home}">`);
    expect(text.match(/<form/g)).toHaveLength(1);
    const now = /name="asOf" step="1" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect((await open(now)).text).toContain('<h1 dir="auto">Home</h1>');
  });
});
