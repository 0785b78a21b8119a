import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { saidOn as shown, todosOn, undoOn, Visitor, type Shown } from '../support/visitor.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';

describe('what has just happened', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  let milk: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
  });
  beforeEach(async () => {
    home = await visitor.createList('Home');
    milk = await visitor.addTodo(home, 'Milk');
    await visitor.addTodo(home, 'Bread');
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const act = (id: string, word: string, fields = {}) =>
    visitor.submit(`/todos/${id}/${word}`, { show: 'all', onList: home, ...fields });
  const onPage = (html: string) => todosOn(html).map(({ title, done }) => (done ? `${title}, done` : title));
  const announced = (html: string) => /<p id="said-[^>]+>([^<]*)<\/p>/.exec(html)?.[1];
  const undo = (shown: Shown) => visitor.submit(...undoOn(shown.html));

  it.each([
    ['complete', {}, '“Milk” is done.', ['Milk, done', 'Bread']],
    ['rename', { title: 'Rice', from: 'Milk' }, '“Milk” is called “Rice” now.', ['Rice', 'Bread']],
    ['remove', {}, '“Milk” is in the trash.', ['Bread']],
    ['move', { before: '' }, '“Milk” was moved down.', ['Bread', 'Milk']],
  ])('is said and announced, and can be undone: %s', async (word, fields, words, after) => {
    const done = await act(milk, word, word === 'move' ? { listId: home, ...fields } : fields);
    expect(onPage(done.html)).toEqual(after);
    expect(shown(done.html)).toBe(words);
    expect(announced(done.html)).toBe(words);
    expect(onPage((await undo(done)).html)).toEqual(['Milk', 'Bread']);
  });

  it('is said of what was undone, which can be undone again', async () => {
    const reopened = await undo(await act(milk, 'complete'));
    expect(shown(reopened.html)).toBe('“Milk” is to be done again.');
    expect(onPage((await undo(reopened)).html)).toEqual(['Milk, done', 'Bread']);
    const restored = await undo(await act(milk, 'remove'));
    expect(shown(restored.html)).toBe('“Milk” is back in its list.');
    expect(onPage((await undo(restored)).html)).toEqual(['Bread']);
  });

  it('is said of a new to-do, with where it is', async () => {
    const added = await visitor.submit(`/lists/${home}/todos`, { title: 'Salt', show: 'all' });
    expect(shown(added.html)).toBe('“Salt” was added at the end of the list.');
    expect(added.html).toMatch(/<a href="#t-[^"]+">Show it<\/a>/);
    expect(added.html).toMatch(/id="add-todo"[^]*id="did"[^]*id="tabs"/);
    expect(onPage((await undo(added)).html)).toEqual(['Milk', 'Bread']);
  });

  it('is said of what went to another list, with a way to it and back to its place', async () => {
    const garden = await visitor.createList('Garden');
    const moved = await act(milk, 'move', { listId: garden, from: home, before: '' });
    expect(shown(moved.html)).toBe('“Milk” is in “Garden” now.');
    expect(moved.html.replaceAll('&#x3D;', '=')).toContain(
      `<a href="${WORKSPACE_PATH}/lists/${garden}#t-${milk}"`,
    );
    expect(onPage((await undo(moved)).html)).toEqual(['Milk', 'Bread']);
  });

  it('stands where the to-do is, or was', async () => {
    const inAll = await act(milk, 'complete');
    expect(inAll.html).toMatch(/>Milk<[^]*id="did"[^]*>Bread</);
    const [bread] = todosOn(inAll.html).slice(1);
    const gone = await act(bread?.id ?? '', 'remove');
    expect(gone.html).toMatch(/>Milk<[^]*id="did"[^]*<\/ul>/);
    const inActive = await act(await visitor.addTodo(home, 'Salt'), 'complete', { show: 'active' });
    expect(shown(inActive.html)).toBe('“Salt” is done.');
  });

  it('is said of lists', async () => {
    const created = await visitor.submit('/lists', { name: 'Attic' });
    expect(shown(created.html)).toBe('“Attic” was created.');
    const path = `/lists/${home}`;
    const renamed = await visitor.submit(`${path}/rename`, { name: 'House', from: 'Home', show: 'all' });
    expect(shown(renamed.html)).toBe('“Home” is called “House” now.');
    const back = await undo(renamed);
    expect(back.html).toContain('<h1 dir="auto">Home</h1>');
    const removed = await visitor.submit(`${path}/remove`);
    expect(shown(removed.html)).toBe('“Home” is in the trash, with everything in it.');
    const restored = await undo(removed);
    expect(restored.path).toContain(path);
    expect(shown(restored.html)).toBe('“Home” is back, with everything in it.');
  });

  it('is said in the trash, where one goes on', async () => {
    await act(milk, 'remove');
    const restored = await visitor.submit(`/todos/${milk}/restore`);
    expect(restored.path).toMatch(/^\/trash\?/);
    expect(shown(restored.html)).toBe('“Milk” is back in its list.');
  });

  it('is said to be nothing when it was so already', async () => {
    await act(milk, 'complete');
    const again = await act(milk, 'complete');
    expect(shown(again.html)).toBe('That was so already. Nothing has changed.');
  });

  it('is not said any more when something else has happened since', async () => {
    const { path } = await act(milk, 'complete');
    await act(milk, 'reopen');
    expect(shown((await visitor.open(path)).text)).toBeUndefined();
  });

  it('leads without JavaScript to the words about it, or back to the field', async () => {
    expect((await act(milk, 'complete')).path).toMatch(/#did$/);
    expect((await visitor.submit(`/lists/${home}/todos`, { title: 'Salt' })).path).toMatch(/#add$/);
    expect((await visitor.submit('/lists', { name: 'Attic' })).path).toMatch(/#add$/);
    const editing = { listId: home, before: '', edit: milk };
    expect((await act(milk, 'move', editing)).path).toMatch(new RegExp(`#move-${milk}$`));
  });

  it.each(['did=nonsense', 'did=0198a0b0-0000-7000-8000-000000000001', 'did=a&did=b'])(
    'is not made up: ?%s',
    async (query) => {
      expect((await visitor.open(`/lists/${home}?${query}`)).status).toBe(200);
      expect((await visitor.open(`/?${query}`)).status).toBe(200);
    },
  );
});
