import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { entriesOn, linesOn, linkOn } from '../support/history-page.js';
import { writePast } from '../support/past.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';

describe('a page of history', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
  });
  beforeEach(async () => {
    home = await visitor.createList('Home');
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const historyOf = async (kind: 'lists' | 'todos', id: string) =>
    (await visitor.open(`/${kind}/${id}/history`)).text;

  /** Completes and reopens a to-do so many times. */
  const toggle = (streamId: string, times: number) => {
    const both = ['TodoCompleted', 'TodoReopened'].map((type) => ({
      streamId,
      type,
      at: '2026-01-01T00:00Z',
    }));
    return writePast(test.url, Array.from({ length: times }, () => both).flat());
  };

  it('is read a hundred at a time, each change once', async () => {
    const add = (title: string) => visitor.post(`/lists/${home}/todos`, { title });
    await Promise.all(Array.from({ length: 204 }, (_, index) => add(`To-do ${index}`)));
    const sizes = [];
    const seen = new Set<string>();
    for (let path: string | undefined = `/lists/${home}/history`; path !== undefined;) {
      const { text }: { text: string } = await visitor.open(path);
      sizes.push(entriesOn(text).length);
      for (const line of linesOn(text)) seen.add(line);
      path = linkOn(text, 'Older');
    }
    expect(sizes).toEqual([100, 100, 5]);
    expect(seen.size).toBe(205);
    expect(seen).toContain('The list: Created as “Home”');
  });

  it('of a to-do is read a hundred at a time too, and back from the start', async () => {
    const milk = await visitor.addTodo(home, 'Milk');
    await toggle(milk, 60);
    const first = await historyOf('todos', milk);
    const second = (await visitor.open(linkOn(first, 'Older') ?? '')).text;
    expect([first, second].map((html) => entriesOn(html).length)).toEqual([100, 21]);
    expect(linkOn(second, 'Older')).toBeUndefined();
    expect(linkOn(second, 'Back to the newest')).toBe(`${WORKSPACE_PATH}/todos/${milk}/history`);
    expect(entriesOn(second).at(-1)?.words).toBe('Added to “Home” as “Milk”');
  });

  it('is full, however long its to-dos were elsewhere, and however much happened in other lists', async () => {
    const garden = await visitor.createList('Garden');
    const milk = await visitor.addTodo(home, 'Milk');
    await visitor.submit(`/todos/${milk}/move`, { listId: garden, before: '', onList: home });
    await toggle(milk, 400);
    const expected = ['Milk: Moved from “Home” to “Garden”', 'Milk: Added', 'The list: Created as “Home”'];
    expect(linesOn(await historyOf('lists', home))).toEqual(expected);
    await toggle(await visitor.addTodo(garden, 'Roses'), 1_100);
    const bread = await visitor.addTodo(home, 'Bread');
    await visitor.submit(`/todos/${bread}/complete`);
    expect(linesOn(await historyOf('lists', home))).toEqual([
      'Bread: Completed',
      'Bread: Added',
      ...expected,
    ]);
  });

  it('goes on behind very many changes elsewhere', async () => {
    const garden = await visitor.createList('Garden');
    const milk = await visitor.addTodo(home, 'Milk');
    await visitor.submit(`/todos/${milk}/move`, { listId: garden, before: '', onList: home });
    await toggle(milk, 3_700);
    await until(async () => !(await historyOf('lists', home)).includes('Still catching up'));
    const first = await historyOf('lists', home);
    expect(linesOn(first)).toEqual([]);
    expect(first).toContain('Nothing here for a long time');
    const second = (await visitor.open(linkOn(first, 'Older') ?? '')).text;
    expect(linesOn(second)).toEqual([
      'Milk: Moved from “Home” to “Garden”',
      'Milk: Added',
      'The list: Created as “Home”',
    ]);
    expect(linkOn(second, 'Older')).toBeUndefined();
  });

  it.each(['before=x', 'before=-1', 'before=1.5', 'before=99999999999999999999', 'before=1&before=2'])(
    'takes a place that makes no sense as none: %s',
    async (query) => {
      const { status, text } = await visitor.open(`/lists/${home}/history?${query}`);
      expect(status).toBe(200);
      expect(linesOn(text)).toEqual(['The list: Created as “Home”']);
    },
  );

  it('ends in words when nothing is left', async () => {
    const { text } = await visitor.open(`/lists/${home}/history?before=1`);
    expect(text).toContain('You have seen all there is.');
    expect(linkOn(text, 'Back to the newest')).toBe(`${WORKSPACE_PATH}/lists/${home}/history`);
  });
});
