import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asRead } from '../support/as-read.js';
import { createTestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { todosOn, undoOn, Visitor } from '../support/visitor.js';

describe('somebody without JavaScript', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
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

  const titles = async (path: string) => todosOn((await visitor.open(path)).text).map(({ title }) => title);

  it('creates a list and is taken to it', async () => {
    const { path, html } = await visitor.submit('/lists', { name: 'Shopping' });
    expect(path).toMatch(/^\/lists\/[0-9a-f-]{36}\?did=.+&seen=/);
    expect(html).toContain('<h1 dir="auto">Shopping</h1>');
    const [, main = ''] = (await visitor.open('/')).text.split('<main');
    expect(main.match(/>Shopping</g)).toHaveLength(1);
  });

  it('adds a to-do and sees it at once, and once', async () => {
    const { path, html } = await visitor.submit(`/lists/${home}/todos`, { title: ' Buy milk ' });
    expect(todosOn(html)).toMatchObject([{ title: 'Buy milk', done: false }]);
    expect(html).toContain('1 to do');
    expect(path).toMatch(new RegExp(`^/lists/${home}\\?did=.+&seen=`));
  });

  it('adds two different to-dos from one page that was kept open, and loses neither', async () => {
    const commandId = '0198a0b0-0000-7000-8000-000000000001';
    await visitor.post(`/lists/${home}/todos`, { commandId, title: 'Milk' });
    const { headers } = await visitor.post(`/lists/${home}/todos`, { commandId, title: 'Bread' });
    expect(await titles(String(headers.location))).toEqual(['Milk', 'Bread']);
  });

  it('completes and reopens', async () => {
    const milk = await visitor.addTodo(home, 'Milk');
    const completed = await visitor.submit(`/todos/${milk}/complete`);
    expect(todosOn(completed.html)).toMatchObject([{ id: milk, done: true }]);
    expect(completed.html).toContain('All 1 done');
    const reopened = await visitor.submit(`/todos/${milk}/reopen`);
    expect(todosOn(reopened.html)).toMatchObject([{ id: milk, done: false }]);
  });

  it('renames a to-do and a list', async () => {
    const milk = await visitor.addTodo(home, 'Milk');
    const { html } = await visitor.submit(`/todos/${milk}/rename`, { title: 'Oat milk', from: 'Milk' });
    expect(todosOn(html)).toMatchObject([{ id: milk, title: 'Oat milk' }]);
    const renamed = await visitor.submit(`/lists/${home}/rename`, { name: 'House', from: 'Home' });
    expect(renamed.html).toContain('<h1 dir="auto">House</h1>');
  });

  it('moves a to-do up and down, and to the end', async () => {
    const ids = [];
    for (const title of ['A', 'B', 'C']) ids.push(await visitor.addTodo(home, title));
    const [first = '', , third = ''] = ids;
    const up = await visitor.submit(`/todos/${third}/move`, { listId: home, before: first });
    expect(todosOn(up.html).map(({ title }) => title)).toEqual(['C', 'A', 'B']);
    const end = await visitor.submit(`/todos/${first}/move`, { listId: home, before: '' });
    expect(todosOn(end.html).map(({ title }) => title)).toEqual(['C', 'B', 'A']);
  });

  it('is offered the steps up and down for the to-do that is edited', async () => {
    for (const title of ['A', 'B', 'C']) await visitor.addTodo(home, title);
    const [a, b, c] = todosOn((await visitor.open(`/lists/${home}`)).text);
    const { text } = await visitor.open(`/lists/${home}?edit=${b?.id}`);
    expect(text).toContain(`name="up" value="${a?.id}">Move up`);
    expect(text).toContain(`name="down" value="${c?.id}">Move down`);
    expect(text).toContain(`value="${b?.title}"`);
    expect((await visitor.open(`/lists/${home}?edit=${c?.id}`)).text).not.toContain('Move down');
  });

  it('moves a to-do to another list, with its counters', async () => {
    const milk = await visitor.addTodo(home, 'Milk');
    const garden = await visitor.createList('Garden');
    const left = await visitor.submit(`/todos/${milk}/move`, { listId: garden, before: '', onList: home });
    expect(left.path).toContain(home);
    expect(todosOn(left.html)).toEqual([]);
    expect(await titles(`/lists/${garden}`)).toEqual(['Milk']);
  });

  it('throws a to-do away, undoes it, and finds it in the trash otherwise', async () => {
    const milk = await visitor.addTodo(home, 'Milk');
    const removed = await visitor.submit(`/todos/${milk}/remove`, { show: 'all' });
    expect(removed.html).toContain('“Milk” is in the trash.');
    expect(asRead((await visitor.open('/trash')).text)).toContain('Restore: Milk');
    const undone = await visitor.submit(...undoOn(removed.html));
    expect(undone.path).toContain(`/lists/${home}`);
    expect(todosOn(undone.html)).toMatchObject([{ id: milk }]);
  });

  it('throws a list away and gets it back with everything in it', async () => {
    const milk = await visitor.addTodo(home, 'Milk');
    await visitor.submit(`/todos/${milk}/complete`);
    const removed = await visitor.submit(`/lists/${home}/remove`);
    expect(removed.html).toContain('“Home” is in the trash, with everything in it.');
    expect((await visitor.open(`/lists/${home}`)).text).toContain('This list is in the trash.');
    const restored = await visitor.submit(`/lists/${home}/restore`);
    expect(todosOn(restored.html)).toMatchObject([{ id: milk, done: true }]);
  });

  it('looks at what is active and what is done', async () => {
    const milk = await visitor.addTodo(home, 'Milk');
    await visitor.addTodo(home, 'Bread');
    const { path } = await visitor.submit(`/todos/${milk}/complete`, { show: 'active' });
    expect(path).toContain('show=active');
    expect(await titles(`/lists/${home}?show=active`)).toEqual(['Bread']);
    expect(await titles(`/lists/${home}?show=done`)).toEqual(['Milk']);
  });

  it('pages through a long list, a hundred to-dos at a time', async () => {
    const add = (title: string) => visitor.post(`/lists/${home}/todos`, { title });
    const answers = await Promise.all(Array.from({ length: 205 }, (_, index) => add(`To-do ${index}`)));
    const latest = answers.map(({ headers }) => Number(/%3A(\d+)#/.exec(String(headers.location))?.[1]));
    const token = `${/seen=(\d+)/.exec(String(answers[0]?.headers.location))?.[1]}:${Math.max(...latest)}`;
    const seen = new Set<string>();
    const sizes = [];
    for (let path: string | undefined = `/lists/${home}?seen=${token}`; path !== undefined;) {
      const { text }: { text: string } = await visitor.open(path);
      const todos = todosOn(text);
      sizes.push(todos.length);
      for (const { title } of todos) seen.add(title);
      path = /<a href="([^"]+)">Next 100</
        .exec(text)?.[1]
        ?.replaceAll('&amp;', '&')
        .replaceAll('&#x3D;', '=');
    }
    expect(sizes).toEqual([100, 100, 5]);
    expect(seen.size).toBe(205);
  });
});
