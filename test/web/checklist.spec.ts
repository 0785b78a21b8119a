import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { linesOn } from '../support/history-page.js';
import { countsOn, itemsOn } from '../support/items.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { undoOn, Visitor } from '../support/visitor.js';

describe('the checklist of a to-do', () => {
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

  it('is written, ticked and counted, and stays open meanwhile', async () => {
    const flour = await visitor.submit(items, { item: ' Flour ', edit: cake });
    expect(flour.path).toContain(`edit=${cake}`);
    expect(flour.path).toMatch(new RegExp(`#add-item-${cake}$`));
    expect(flour.html).toContain('“Flour” is on the checklist.');
    const [first = '', second = ''] = await add('Eggs');
    const ticked = await visitor.submit(`${items}/${second}/tick`, { edit: cake });
    expect(ticked.path).toMatch(new RegExp(`#tick-${second}$`));
    expect(await shown()).toEqual(['- Flour', 'x Eggs']);
    const list = await open(`/lists/${home}`);
    expect(countsOn(list)).toEqual(['1/2']);
    expect(list).toContain('aria-label="Checklist: 1 of 2 done"');
    await visitor.submit(`${items}/${first}/tick`);
    expect(countsOn(await open(`/lists/${home}`))).toEqual(['2/2']);
    expect(await open(`/lists/${home}?show=active`)).toContain('Bake a cake');
    await visitor.submit(`${items}/${second}/untick`);
    expect(await shown()).toEqual(['x Flour', '- Eggs']);
  });

  it('is renamed, ordered and taken apart', async () => {
    const [flour = '', eggs = '', sugar = ''] = await add('Flour', 'Eggs', 'Sugar');
    await visitor.submit(`${items}/${eggs}/rename`, { item: 'Three eggs', from: 'Eggs' });
    await visitor.submit(`${items}/${sugar}/move`, { up: flour });
    expect(await shown()).toEqual(['- Sugar', '- Flour', '- Three eggs']);
    await visitor.submit(`${items}/${sugar}/move`, { down: flour });
    await visitor.submit(`${items}/${flour}/remove`);
    expect(await shown()).toEqual(['- Sugar', '- Three eggs']);
    expect(linesOn(await open(`/todos/${cake}/history`)).slice(0, 4)).toEqual([
      'Took “Flour” off the checklist',
      'Moved “Sugar” down on the checklist',
      'Moved “Sugar” up on the checklist',
      'Renamed from “Eggs” to “Three eggs” on the checklist',
    ]);
  });

  it('is undone step by step, and that as well', async () => {
    const [flour = '', eggs = ''] = await add('Flour', 'Eggs', 'Sugar');
    await visitor.submit(`${items}/${flour}/tick`);
    const removed = await visitor.submit(`${items}/${flour}/remove`);
    const restored = await undo(removed.html);
    expect(await shown()).toEqual(['x Flour', '- Eggs', '- Sugar']);
    await undo(restored.html);
    expect(await shown()).toEqual(['- Eggs', '- Sugar']);
    const renamed = await visitor.submit(`${items}/${eggs}/rename`, { item: 'Egg', from: 'Eggs' });
    expect(renamed.html).toContain('“Eggs” is called “Egg” now.');
    await undo(renamed.html);
    expect(await shown()).toEqual(['- Eggs', '- Sugar']);
  });

  it('is there in the list as it was', async () => {
    const [flour = ''] = await add('Flour', 'Eggs');
    await visitor.submit(`${items}/${flour}/tick`);
    const moment = /asOf&#x3D;([^"&]+)/.exec(await open(`/todos/${cake}/history`))?.[1] ?? '';
    await visitor.submit(`${items}/${flour}/remove`);
    expect(countsOn(await open(`/lists/${home}?asOf=${moment}`))).toEqual(['1/2']);
    expect(countsOn(await open(`/lists/${home}`))).toEqual(['0/1']);
  });

  it('keeps what was typed when it is refused, beside its field', async () => {
    const [flour = ''] = await add('Flour');
    const long = 'x'.repeat(241);
    const added = await visitor.refused(items, { item: long, edit: cake });
    expect(added.status).toBe(422);
    expect(added.html).toContain('That is too long for an item. Keep it to 240 characters.');
    expect(added.html).toContain(`value="${long}"`);
    const renamed = await visitor.refused(`${items}/${flour}/rename`, {
      item: ' ',
      from: 'Flour',
      edit: cake,
    });
    expect(renamed.html).toContain('Write what belongs on the checklist.');
    expect(renamed.html).toContain('<details open>');
  });

  it('shows the second of two people who rename an item what it was, what it is and what they typed', async () => {
    const [flour = ''] = await add('Flour');
    await visitor.submit(`${items}/${flour}/rename`, { item: 'Rye flour', from: 'Flour' });
    const path = `${items}/${flour}/rename`;
    const late = await visitor.refused(path, { item: 'Wheat flour', from: 'Flour', edit: cake });
    expect(late.status).toBe(409);
    for (const text of ['Which one stays?', '>Flour<', '>Rye flour<', 'value="Wheat flour"'])
      expect(late.html).toContain(text);
    const told = await visitor
      .post(path, { item: 'Wheat flour', from: 'Flour' })
      .set('accept', 'application/json');
    expect(told.body).toMatchObject({
      refusal: 'item-changed',
      was: 'Flour',
      now: 'Rye flour',
      from: 'Rye flour',
    });
    await visitor.submit(path, { item: 'Wheat flour', from: 'Rye flour' });
    expect(await shown()).toEqual(['- Wheat flour']);
  });

  it('keeps what was typed for an item that is gone', async () => {
    const [flour = ''] = await add('Flour');
    await visitor.submit(`${items}/${flour}/remove`);
    const late = await visitor.refused(`${items}/${flour}/rename`, {
      item: 'Rye',
      from: 'Flour',
      edit: cake,
    });
    expect(late.html).toContain('This item is not on the checklist any more.');
    expect(late.html).toContain('>Rye<');
  });

  it('of two people who tick and move at once holds what both did', async () => {
    const [flour = '', eggs = '', sugar = ''] = await add('Flour', 'Eggs', 'Sugar');
    const answers = await Promise.all([
      visitor.post(`${items}/${eggs}/tick`),
      visitor.post(`${items}/${eggs}/tick`),
      visitor.post(`${items}/${flour}/tick`),
      visitor.post(`${items}/${sugar}/move`, { up: flour }),
      visitor.post(items, { item: 'Salt' }),
      visitor.post(items, { item: 'Milk' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 303]);
    await visitor.submit(`${items}/${sugar}/tick`);
    const [first, second, third, ...added] = await shown();
    expect([first, second, third]).toEqual(['x Sugar', 'x Flour', 'x Eggs']);
    expect(added.toSorted()).toEqual(['- Milk', '- Salt']);
    const told = linesOn(await open(`/todos/${cake}/history`));
    expect(told.filter((line) => line === 'Ticked “Eggs”')).toHaveLength(1);
  });

  it('is not there for other to-dos, nor in the trash', async () => {
    const [flour = ''] = await add('Flour');
    const milk = await visitor.addTodo(home, 'Milk');
    expect((await visitor.refused(`/todos/${milk}/items/${flour}/tick`, {})).status).toBe(422);
    expect((await visitor.post(`/todos/${uuidv7()}/items/${flour}/tick`)).status).toBe(404);
    await visitor.submit(`/todos/${cake}/remove`);
    expect((await visitor.refused(`${items}/${flour}/tick`, {})).status).toBe(422);
  });
});
