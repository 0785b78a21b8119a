import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { linesOn } from '../support/history-page.js';
import { countsOn, itemsOn } from '../support/items.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { undoOn, Visitor } from '../support/visitor.js';

describe('what else happens to a checklist', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  let cake: string;
  let items: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
  });
  beforeEach(async () => {
    home = await visitor.createList('Home');
    cake = await visitor.addTodo(home, 'Bake a cake');
    items = `/todos/${cake}/items`;
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const open = async (path: string) => (await visitor.open(path)).text;
  const editor = () => open(`/lists/${home}?edit=${cake}`);
  const shown = async () =>
    itemsOn(await editor()).map(({ text, isTicked }) => `${isTicked ? 'x' : '-'} ${text}`);
  const add = (...texts: string[]) => addInTurn(texts);
  async function addInTurn(texts: readonly string[]): Promise<string[]> {
    for (const item of texts) await visitor.submit(items, { item });
    return itemsOn(await editor()).map(({ id }) => id);
  }
  const undo = async (html: string) => visitor.submit(...undoOn(html));

  it('begins again when its to-do comes again, and is ticked again when that is undone', async () => {
    const [flour = ''] = await add('Flour', 'Eggs');
    await visitor.submit(`/todos/${cake}/schedule`, { dueDate: '2099-12-01', from: '' });
    await visitor.submit(`/todos/${cake}/repeat`, { every: '1', unit: 'week', was: '' });
    await visitor.submit(`${items}/${flour}/tick`);
    const done = await visitor.submit(`/todos/${cake}/complete`);
    expect(await shown()).toEqual(['- Flour', '- Eggs']);
    await undo(done.html);
    expect(await shown()).toEqual(['x Flour', '- Eggs']);
  });

  it('has items of which to-dos are made, right below, and of which that is undone at once', async () => {
    const [flour = '', eggs = ''] = await add('Flour', 'Eggs');
    const milk = await visitor.addTodo(home, 'Milk');
    await visitor.submit(`${items}/${eggs}/tick`);
    const made = await visitor.submit(`${items}/${eggs}/extract`, { edit: cake });
    expect(made.html).toContain('“Eggs” is a to-do of its own now, below this one.');
    expect(await visitor.titles(home)).toEqual(['Bake a cake', 'Eggs', 'Milk']);
    expect(await shown()).toEqual(['- Flour']);
    expect(linesOn(await open(`/todos/${cake}/history`))[0]).toBe(
      'Made a to-do of “Eggs”, which was on the checklist',
    );
    expect(linesOn(await open(`/lists/${home}/history`))[0]).toBe('Eggs: Added');
    const undone = await undo(made.html);
    expect(undone.html).toContain('“Eggs” is back on the checklist.');
    expect(await visitor.titles(home)).toEqual(['Bake a cake', 'Milk']);
    expect(await shown()).toEqual(['- Flour', 'x Eggs']);
    await undo(undone.html);
    expect(await visitor.titles(home)).toEqual(['Bake a cake', 'Eggs', 'Milk']);
    expect(await shown()).toEqual(['- Flour']);
    const late = await visitor.submit(`${items}/${eggs}/extract`);
    expect(late.html).toContain('This item is not on the checklist any more. Nothing was changed.');
    expect((await visitor.post(`/todos/${uuidv7()}/items/${flour}/extract`)).status).toBe(404);
    expect((await visitor.post(`/todos/${milk}/items/${flour}/extract`)).status).toBe(303);
    expect(await visitor.titles(home)).toEqual(['Bake a cake', 'Eggs', 'Milk']);
  });

  it('goes with its list to another workspace', async () => {
    const [flour = ''] = await add('Flour', 'Eggs');
    await visitor.submit(`${items}/${flour}/tick`);
    const { headers } = await visitor.postBody('/workspaces', 'name=Another');
    const to = String(headers.location).slice('/w/'.length);
    await visitor.submit(`/lists/${home}/transfer`, { to, as: 'copy' });
    const lists = await open(`/w/${to}`);
    const [, copy = ''] = new RegExp(`/w/${to}/lists/([0-9a-f-]{36})`).exec(lists) ?? [];
    expect(countsOn(await open(`/w/${to}/lists/${copy}`))).toEqual(['1/2']);
  });
});
