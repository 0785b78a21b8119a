import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { linkOn } from '../support/history-page.js';
import { openDatabase } from '../support/log.js';
import { writePast } from '../support/past.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { todosOn, Visitor } from '../support/visitor.js';

const at = '2026-03-01T12:00:00Z';

/** Two orders side by side, as version 0.1.0 had them after so many moves into the same gap. */
function ordersAfter(moves: number): readonly [string, string] {
  let [above, below] = ['a0', 'a1'];
  for (let move = 0; move < moves; move += 1) {
    const order = generateKeyBetween(above, below);
    if (move % 2 === 0) above = order;
    else below = order;
  }
  return [above, below];
}

describe('a list in which version 0.1.0 has moved to-dos into the same gap again and again', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  const list = uuidv7();
  const orders = generateNKeysBetween(...ordersAfter(1_500), 130);
  const todos = orders.map((order, index) => ({ id: uuidv7(), title: `To-do ${index}`, order }));
  const ids = todos.map(({ id }) => id);
  beforeAll(async () => {
    test = await createTestDatabase();
    await writePast(test.url, [
      { streamId: list, type: 'ListCreated', data: { name: 'Home' }, at },
      ...todos.map(({ id, title, order }) => ({
        streamId: id,
        type: 'TodoAdded',
        data: { listId: list, title, order },
        at,
      })),
    ]);
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
    await until(async () => todosOn((await visitor.open(`/lists/${list}`)).text).length === 100);
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const titlesOn = (html: string) => todosOn(html).map(({ title }) => title);
  const lengths = async () => {
    const database = openDatabase(test.url);
    const [row] = await database.query<{ longest: number; renumbered: number }>(`
      select (select max(length(sort_order)) from todos) as longest,
             (select count(*) from events where type = 'TodoRenumbered') as renumbered`);
    await database.close();
    return { longest: row?.longest ?? 0, renumbered: row?.renumbered ?? 0 };
  };

  it('goes on with its second page', async () => {
    expect(await lengths()).toMatchObject({ renumbered: 0 });
    expect((await lengths()).longest).toBeGreaterThan(250);
    const first = await visitor.open(`/lists/${list}`);
    const second = await visitor.open(linkOn(first.text, 'Next 100') ?? '');
    expect(titlesOn(second.text)).toEqual(todos.slice(100).map(({ title }) => title));
  });

  it('is renumbered by the next move, once, and stays as it was but for what was moved', async () => {
    const [first = '', second = '', third = ''] = ids;
    await visitor.submit(`/todos/${third}/move`, { listId: list, before: second });
    await until(async () => (await lengths()).longest <= 64);
    const before = await lengths();
    expect(before.renumbered).toBe(todos.length - 1);
    await visitor.submit(`/todos/${second}/move`, { listId: list, before: first });
    expect(await lengths()).toMatchObject({ renumbered: before.renumbered });
    const page = await visitor.open(`/lists/${list}`);
    expect(titlesOn(page.text).slice(0, 5)).toEqual(['To-do 1', 'To-do 0', 'To-do 2', 'To-do 3', 'To-do 4']);
    expect(titlesOn(page.text)).toHaveLength(100);
  });

  it('stays short however often to-dos change places in it', async () => {
    const [one = '', two = ''] = ids;
    for (let move = 0; move < 100; move += 1) {
      const [moved, before] = move % 2 === 0 ? [one, two] : [two, one];
      await visitor.submit(`/todos/${moved}/move`, { listId: list, before });
    }
    expect((await lengths()).longest).toBeLessThanOrEqual(64);
  });
});
