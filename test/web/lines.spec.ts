import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { linesOn } from '../support/history-page.js';
import { countsOn, itemsOn } from '../support/items.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { todosOn, undoOn, Visitor } from '../support/visitor.js';

const LINES = '- [ ] Cake\n  - [x] Flour\n  - [ ] Eggs\n- [x] Milk\n\n- [ ] Bread';

describe('several lines', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  let path: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
  });
  beforeEach(async () => {
    home = await visitor.createList('Home');
    path = `/lists/${home}/todos/lines`;
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const open = async (address: string) => (await visitor.open(address)).text;

  it('become to-dos in their order, with checklists, at once', async () => {
    await visitor.addTodo(home, 'Before');
    const { html, path: to } = await visitor.submit(path, { lines: LINES, edit: 'lines' });
    expect(to).not.toContain('edit=');
    expect(html).toContain('3 to-dos were added.');
    expect(await visitor.titles(home)).toEqual(['Before', 'Cake', 'Milk', 'Bread']);
    expect(countsOn(html)).toEqual(['1/2']);
    const [, cake, milk] = todosOn(html);
    expect(itemsOn(await open(`/lists/${home}?edit=${cake?.id}`))).toMatchObject([
      { text: 'Flour', isTicked: true },
      { text: 'Eggs', isTicked: false },
    ]);
    expect(linesOn(await open(`/lists/${home}/history`))[0]).toBe('3 to-dos added');
    expect(linesOn(await open(`/todos/${milk?.id}/history`))[0]).toBe('Completed');
  });

  it('are taken back by one undo, and come back with all that they had', async () => {
    const { html } = await visitor.submit(path, { lines: LINES });
    const undone = await visitor.submit(...undoOn(html));
    expect(undone.html).toContain('3 to-dos are in the trash.');
    expect(await visitor.titles(home)).toEqual([]);
    const again = await visitor.submit(...undoOn(undone.html));
    expect(todosOn(again.html).map(({ title }) => title)).toEqual(['Cake', 'Milk', 'Bread']);
    expect(countsOn(again.html)).toEqual(['1/2']);
  });

  it('may be one to-do with its checklist', async () => {
    const { html } = await visitor.submit(path, { lines: 'Cake\n\tFlour\n\tEggs' });
    expect(html).toContain('“Cake” was added at the end of the list.');
    expect(countsOn(html)).toEqual(['0/2']);
    const undone = await visitor.submit(...undoOn(html));
    expect(undone.html).toContain('“Cake” is in the trash.');
  });

  it('are all refused when one of them is, and kept', async () => {
    const lines = `Milk\n  ${'x'.repeat(241)}\nBread`;
    const { status, html } = await visitor.refused(path, { lines });
    expect(status).toBe(422);
    expect(html).toContain('Nothing was added: look at line 2.');
    expect(html).toContain('That is too long for an item.');
    expect(html).toContain(`>\n${lines}</textarea>`);
    expect(await visitor.titles(home)).toEqual([]);
    const many = await visitor.refused(path, { lines: 'Milk\n'.repeat(1_001) });
    expect(many.html).toContain('Add 1,000 to-dos at once at the most.');
  });

  it('are kept when their list is in the trash', async () => {
    await visitor.submit(`/lists/${home}/remove`);
    const { html } = await visitor.refused(path, { lines: LINES });
    expect(html).toContain('This list is in the trash. Restore it first.');
    expect(html).toContain('- [ ] Bread');
  });

  it('that say nothing lead back to where they are typed', async () => {
    const page = await visitor.submit(path, { lines: ' \n\n' });
    expect(page.path).toContain('edit=lines');
    expect(page.html).toContain('New to-dos, a line for each');
    expect(await open(`/lists/${home}`)).toContain('Several lines');
  });
});
