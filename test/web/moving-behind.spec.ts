import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { undoOn, Visitor } from '../support/visitor.js';

const NEIGHBOUR_GONE = 'What stood beside this to-do is not there any more. Nothing was moved.';

describe('a to-do that is put behind another one', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  let ids: Record<string, string>;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
  });
  beforeEach(async () => {
    home = await visitor.createList('Home');
    ids = {};
    for (const title of ['A', 'B', 'C', 'D', 'E']) ids[title] = await visitor.addTodo(home, title);
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const id = (title: string) => ids[title] ?? '';
  const form = (title: string, behind: string): readonly [string, Record<string, string>] => [
    `/todos/${id(title)}/move`,
    { listId: home, from: home, behind, show: 'all', onList: home },
  ];
  const putBehind = (title: string, neighbour: string) => visitor.submit(...form(title, id(neighbour)));
  const titles = () => visitor.titles(home);

  it('stands right there, whether it comes from above, from below or goes to the end', async () => {
    await putBehind('A', 'C');
    expect(await titles()).toEqual(['B', 'C', 'A', 'D', 'E']);
    await putBehind('E', 'B');
    expect(await titles()).toEqual(['B', 'E', 'C', 'A', 'D']);
    await putBehind('B', 'D');
    expect(await titles()).toEqual(['E', 'C', 'A', 'D', 'B']);
  });

  it('goes back when that is undone', async () => {
    const { html } = await putBehind('A', 'C');
    await visitor.submit(...undoOn(html));
    expect(await titles()).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('follows it to where somebody else has moved it meanwhile: both moves hold', async () => {
    await visitor.submit(`/todos/${id('B')}/move`, { listId: home, before: '' });
    await putBehind('D', 'B');
    expect(await titles()).toEqual(['A', 'C', 'E', 'B', 'D']);
  });

  it('follows it also when the tables do not show yet where it is: moves that come at once hold', async () => {
    // Nobody looks at the page in between, which would wait until it shows the first of them.
    for (const [title, before] of [
      ['D', 'A'],
      ['C', 'D'],
      ['B', 'C'],
    ] as const) {
      await visitor.post(`/todos/${id(title)}/move`, { listId: home, before: id(before) });
    }
    await until(async () => (await titles()).join('') === 'BCDAE', 10_000).catch(() => undefined);
    expect(await titles()).toEqual(['B', 'C', 'D', 'A', 'E']);
  });

  it('lets others come in between: what two people put behind the same one is all behind it', async () => {
    await Promise.all([putBehind('D', 'A'), putBehind('E', 'A')]);
    const [first, second, third, ...rest] = await titles();
    expect(first).toBe('A');
    expect(new Set([second, third])).toEqual(new Set(['D', 'E']));
    expect(rest).toEqual(['B', 'C']);
  });

  it('stays where it is when that one is gone, or is itself, and says so', async () => {
    const attic = await visitor.createList('Attic');
    const elsewhere = await visitor.addTodo(attic, 'F');
    await visitor.submit(`/todos/${id('B')}/remove`);
    for (const behind of [id('B'), elsewhere, id('D'), '0198a0b0-0000-7000-8000-000000000001']) {
      const { status, html } = await visitor.refused(...form('D', behind));
      expect(status).toBe(422);
      expect(html).toContain(`“D”: ${NEIGHBOUR_GONE}`);
    }
    expect(await titles()).toEqual(['A', 'C', 'D', 'E']);
  });
});
