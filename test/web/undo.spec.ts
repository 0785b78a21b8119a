import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { asRead } from '../support/as-read.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { entriesOn, linesOn } from '../support/history-page.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { saidOn, todosOn, undoOn, Visitor } from '../support/visitor.js';

describe('taking back what was done', () => {
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
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const rename = (title: string, from: string) => visitor.submit(`/todos/${milk}/rename`, { title, from });

  /** The address of the undo of the history's entry that says this. */
  async function undoIn(path: string, words: string): Promise<string> {
    const { text } = await visitor.open(path);
    return entriesOn(text).find((entry) => entry.words === words)?.undo ?? '';
  }

  it('works from the history, however much else has happened, and says before what it changes', async () => {
    await rename('Rice', 'Milk');
    await visitor.submit(`/todos/${milk}/complete`);
    const address = await undoIn(`/todos/${milk}/history`, 'Renamed from “Milk” to “Rice”');
    const page = asRead((await visitor.open(address)).text);
    expect(page).toContain('It is called “Milk” again.');
    expect(page).toMatch(/<h2><time [^>]+>\d+ \w+ \d{4}</);
    expect(linesOn(page)).toEqual(['Rice: Renamed from “Milk” to “Rice”', 'Rice: Completed']);
    const undone = await visitor.submit(address);
    expect(saidOn(undone.html)).toBe('“Rice” is called “Milk” now.');
    expect(todosOn(undone.html)).toEqual([{ id: milk, title: 'Milk', done: true }]);
  });

  it('is refused when somebody’s change would be lost, which is named; nothing changes', async () => {
    await rename('Rice', 'Milk');
    await rename('Salt', 'Rice');
    const address = await undoIn(`/todos/${milk}/history`, 'Renamed from “Milk” to “Rice”');
    const refused = await visitor.refused(address, {});
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('This to-do has been changed since');
    expect(linesOn(refused.html)).toContain('Salt: Renamed from “Rice” to “Salt”');
    expect(refused.html).not.toContain('<button class="primary">Undo</button>');
    expect(await visitor.titles(home)).toEqual(['Salt']);
  });

  it('is refused when what was moved would go back to a list in the trash, which nobody has chosen', async () => {
    const garden = await visitor.createList('Garden');
    const moved = await visitor.submit(`/todos/${milk}/move`, { listId: garden, show: 'all' });
    await visitor.submit(`/lists/${home}/remove`);
    const { status, html } = await visitor.refused(undoOn(moved.html)[0], {});
    expect(status).toBe(422);
    expect(html).toContain('The list that it was in before is in the trash. Restore that first.');
    expect(await visitor.titles(garden)).toEqual(['Milk']);
  });

  it('can be undone itself, again and again', async () => {
    let { html } = await rename('Rice', 'Milk');
    for (const title of ['Milk', 'Rice', 'Milk', 'Rice']) {
      ({ html } = await visitor.submit(...undoOn(html)));
      expect(todosOn(html)).toMatchObject([{ title }]);
    }
  });

  it('keeps the day on which a to-do was done', async () => {
    const { html } = await visitor.submit(`/todos/${milk}/complete`, { show: 'all' });
    const day = /<time[^>]*>/.exec(html)?.[0];
    const reopened = await visitor.submit(`/todos/${milk}/reopen`, { show: 'all' });
    expect(/<time[^>]*>/.exec(reopened.html)).toBeNull();
    expect((await visitor.submit(...undoOn(reopened.html))).html).toContain(String(day));
  });

  it('brings a list back, renames it back and creates it less', async () => {
    const removed = await visitor.submit(`/lists/${home}/remove`);
    expect(todosOn((await visitor.submit(...undoOn(removed.html))).html)).toMatchObject([{ title: 'Milk' }]);
    const renamed = await visitor.submit(`/lists/${home}/rename`, { name: 'Garden', from: 'Home' });
    expect(saidOn((await visitor.submit(...undoOn(renamed.html))).html)).toBe(
      '“Garden” is called “Home” now.',
    );
    const address = await undoIn(`/lists/${home}/history`, 'Created as “Home”');
    expect(asRead((await visitor.open(address)).text)).toContain('goes to the trash, with everything in it');
    expect((await visitor.submit(address)).path).toMatch(/^\/\?did=/);
  });

  it('leads back to the trash from there', async () => {
    await visitor.submit(`/todos/${milk}/remove`);
    const restored = await visitor.submit(`/todos/${milk}/restore`);
    expect(restored.path).toMatch(/^\/trash\?/);
    expect((await visitor.submit(...undoOn(restored.html))).path).toMatch(/^\/trash\?/);
  });

  it('is done once, whoever asks for it how often', async () => {
    await rename('Rice', 'Milk');
    const address = await undoIn(`/todos/${milk}/history`, 'Renamed from “Milk” to “Rice”');
    const [first, second] = await Promise.all([visitor.submit(address), visitor.submit(address)]);
    expect(new Set([saidOn(first.html), saidOn(second.html)])).toContain(
      'That was so already. Nothing has changed.',
    );
    const { text } = await visitor.open(`/todos/${milk}/history`);
    expect(linesOn(text).filter((line) => line === 'Renamed from “Rice” to “Milk”')).toHaveLength(1);
  });

  it('is not found where there is no such command, or it has changed nothing', async () => {
    for (const id of [uuidv7(), 'milk']) {
      expect((await visitor.open(`/undo/${id}`)).status).toBe(404);
      expect((await visitor.post(`/undo/${id}`)).status).toBe(404);
    }
  });

  it('says the same to programs', async () => {
    await rename('Rice', 'Milk');
    await rename('Salt', 'Rice');
    const address = await undoIn(`/todos/${milk}/history`, 'Renamed from “Milk” to “Rice”');
    const { status, body } = await visitor.post(address).set('accept', 'application/json');
    expect({ status, body }).toMatchObject({ status: 409, body: { refusal: 'todo-changed-since' } });
    expect(address).toContain(`${WORKSPACE_PATH}/undo/`);
  });
});
