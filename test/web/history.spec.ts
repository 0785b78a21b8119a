import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { entriesOn, linesOn } from '../support/history-page.js';
import { openDatabase } from '../support/log.js';
import { createWorkspace, writePast } from '../support/past.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { todosOn, Visitor } from '../support/visitor.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';

describe('history', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  let garden: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
  });
  beforeEach(async () => {
    home = await visitor.createList('Home');
    garden = await visitor.createList('Garden');
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const move = (todoId: string, listId: string, before = '') =>
    visitor.submit(`/todos/${todoId}/move`, { listId, before, onList: home });
  const historyOf = async (kind: 'lists' | 'todos', id: string) =>
    (await visitor.open(`/${kind}/${id}/history`)).text;

  const isProjected = async (todoId: string) => {
    const database = openDatabase(test.url);
    const rows = await database.query('select from todos where id = $1', [todoId]);
    await database.close();
    return rows.length > 0;
  };

  it('of a list tells what happened to it and to its to-dos, newest first, as all was called then', async () => {
    const milk = await visitor.addTodo(home, 'Milk');
    await visitor.submit(`/todos/${milk}/rename`, { title: 'Oat milk', from: 'Milk' });
    const bread = await visitor.addTodo(home, 'Bread');
    await visitor.submit(`/todos/${milk}/complete`);
    await visitor.submit(`/todos/${milk}/reopen`);
    await move(bread, home, milk);
    await move(bread, home);
    await visitor.submit(`/lists/${home}/rename`, { name: 'House', from: 'Home' });
    await visitor.submit(`/todos/${bread}/remove`);
    await visitor.submit(`/todos/${bread}/restore`);
    await visitor.submit(`/lists/${home}/remove`);
    await visitor.submit(`/lists/${home}/restore`);
    expect(linesOn(await historyOf('lists', home)).toReversed()).toEqual([
      'The list: Created as “Home”',
      'Milk: Added',
      'Oat milk: Renamed from “Milk” to “Oat milk”',
      'Bread: Added',
      'Oat milk: Completed',
      'Oat milk: Reopened',
      'Bread: Moved up',
      'Bread: Moved down',
      'The list: Renamed from “Home” to “House”',
      'Bread: Moved to the trash',
      'Bread: Restored from the trash',
      'The list: Moved to the trash',
      'The list: Restored from the trash',
    ]);
  });

  it('of a list has its to-dos coming and going, and nothing of what they do elsewhere', async () => {
    const milk = await visitor.addTodo(home, 'Milk');
    await move(milk, garden);
    await visitor.submit(`/todos/${milk}/complete`);
    await visitor.submit(`/lists/${garden}/rename`, { name: 'Park', from: 'Garden' });
    await move(milk, home);
    await visitor.submit(`/todos/${milk}/reopen`);
    expect(linesOn(await historyOf('lists', home))).toEqual([
      'Milk: Reopened',
      'Milk: Moved from “Park” to “Home”',
      'Milk: Moved from “Home” to “Garden”',
      'Milk: Added',
      'The list: Created as “Home”',
    ]);
    expect(linesOn(await historyOf('lists', garden))).toEqual([
      'Milk: Moved from “Park” to “Home”',
      'The list: Renamed from “Garden” to “Park”',
      'Milk: Completed',
      'Milk: Moved from “Home” to “Garden”',
      'The list: Created as “Garden”',
    ]);
  });

  it('of a to-do follows it through all lists, and tells who and when', async () => {
    const before = Date.now();
    const milk = await visitor.addTodo(home, 'Milk');
    await visitor.submit(`/todos/${milk}/rename`, { title: 'Oat milk', from: 'Milk' });
    await move(milk, garden);
    const html = await historyOf('todos', milk);
    expect(html).toContain('<h1>History of “<bdi>Oat milk</bdi>”</h1>');
    expect(linesOn(html)).toEqual([
      'Moved from “Home” to “Garden”',
      'Renamed from “Milk” to “Oat milk”',
      'Added to “Home” as “Milk”',
    ]);
    for (const { who, at } of entriesOn(html)) {
      expect(who).toBe('You');
      // A page tells it to the second.
      expect(Date.parse(at)).toBeGreaterThan(before - 1_000);
      expect(Date.parse(at)).toBeLessThanOrEqual(Date.now());
    }
  });

  it('leads from each change to the list as it was right after it', async () => {
    const milk = await visitor.addTodo(home, 'Milk');
    await visitor.addTodo(home, 'Bread');
    await visitor.submit(`/todos/${milk}/rename`, { title: 'Oat milk', from: 'Milk' });
    await move(milk, garden);
    const titles = async ({ listThen }: { readonly listThen: string }) =>
      todosOn((await visitor.open(listThen)).text).map(({ title }) => title);
    const shown = [];
    for (const entry of entriesOn(await historyOf('lists', home))) shown.push(await titles(entry));
    expect(shown).toEqual([['Bread'], ['Oat milk', 'Bread'], ['Milk', 'Bread'], ['Milk'], []]);
    const [moved, , added] = entriesOn(await historyOf('todos', milk));
    expect(moved?.listThen).toContain(garden);
    expect(moved && (await titles(moved))).toEqual(['Oat milk']);
    expect(added && (await titles(added))).toEqual(['Milk']);
  });

  it('is found from the list, from a to-do that is edited, and from the trash', async () => {
    const milk = await visitor.addTodo(home, 'Milk');
    const { text } = await visitor.open(`/lists/${home}?edit=${milk}`);
    expect(text).toContain(`href="${WORKSPACE_PATH}/lists/${home}/history"`);
    expect(text).toContain(`href="${WORKSPACE_PATH}/todos/${milk}/history"`);
    await visitor.submit(`/todos/${milk}/remove`);
    await visitor.submit(`/lists/${garden}/remove`);
    const trash = (await visitor.open('/trash')).text;
    for (const path of [`/todos/${milk}/history`, `/lists/${garden}/history`]) {
      expect(trash).toContain(`href="${WORKSPACE_PATH}${path}"`);
      expect((await visitor.open(path)).text).toContain('It is in the trash');
    }
  });

  it('of what is not there, or is not ours, is not found', async () => {
    const others = await createWorkspace(test.url);
    const [listId, todoId] = [uuidv7(), uuidv7()];
    const at = '2026-01-01T00:00Z';
    await writePast(
      test.url,
      [
        { streamId: listId, type: 'ListCreated', data: { name: 'Secret' }, at },
        { streamId: todoId, type: 'TodoAdded', data: { listId, title: 'Secret', order: 'a0' }, at },
        // A to-do of others that says it is in our list.
        { streamId: uuidv7(), type: 'TodoAdded', data: { listId: home, title: 'Secret', order: 'a0' }, at },
      ],
      others,
    );
    await until(() => isProjected(todoId));
    expect(await historyOf('lists', home)).not.toContain('Secret');
    const paths = [
      `/lists/${listId}/history`,
      `/lists/${listId}?asOf=2026-01-02`,
      `/todos/${todoId}/history`,
      `/lists/${uuidv7()}/history`,
      `/lists/${uuidv7()}?asOf=nonsense`,
      `/todos/${home}/history`,
      '/todos/nonsense/history',
    ];
    for (const path of paths) expect((await visitor.open(path)).status).toBe(404);
  });
});
