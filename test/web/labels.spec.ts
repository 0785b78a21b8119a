import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { asRead } from '../support/as-read.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { saidOn, undoOn, Visitor } from '../support/visitor.js';

/** What a row says of its labels. */
function tagsOf(html: string, todoId: string): string[] {
  const row = html.split(`<li id="t-${todoId}"`)[1]?.split('</li>')[0] ?? '';
  return [...row.matchAll(/<(?:span|button) class="tag [^>]*>.*?<bdi>([^<]*)<\/bdi>/g)].map(
    ([, name = '']) => name,
  );
}

/** The id of a label in the editor of a to-do. */
function labelIn(html: string, name: string): string {
  const [, id = ''] = new RegExp(`name="labelId" value="([^"]+)"[^>]*><bdi>${name}</bdi>`).exec(html) ?? [];
  return id;
}

describe('the labels of a to-do', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
    home = await visitor.createList('Home');
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const label = (todo: string, name: string) =>
    visitor.submit(`/todos/${todo}/label`, { label: name, edit: todo, onList: home, show: 'all' });
  const editor = async (todo: string) => (await visitor.open(`/lists/${home}?edit=${todo}`)).text;
  const page = async (query = '') => (await visitor.open(`/lists/${home}${query}`)).text;
  const namesInLog = async () => {
    const database = openDatabase(test.url);
    const rows = await database.query<{ name: string }>(
      `select data ->> 'name' as name from events where type = 'LabelCreated'`,
    );
    await database.close();
    return rows.map(({ name }) => name);
  };

  it('are given by name in its editor, which stays open, and stand in its row', async () => {
    const milk = await visitor.addTodo(home, 'Milk');
    const { path, html } = await label(milk, ' Shop ');
    expect(path).toMatch(new RegExp(`edit=${milk}.*#labels-${milk}$`));
    expect(saidOn(html)).toBe('“Milk” has the label “Shop” now.');
    expect(tagsOf(html, milk)).toEqual(['Shop']);
    expect(tagsOf(await page(), milk)).toEqual(['Shop']);
  });

  it('are the same for all to-dos, however the name is written, and offered to those that do not have them', async () => {
    const rice = await visitor.addTodo(home, 'Rice');
    expect(await editor(rice)).toContain('<option value="Shop"></option>');
    await label(rice, 'sHOP');
    await label(rice, 'Caf\u00e9');
    const { html } = await label(rice, 'CAFE\u0301');
    expect(saidOn(html)).toBe('That was so already. Nothing has changed.');
    expect(tagsOf(html, rice)).toEqual(['Shop', 'Caf\u00e9']);
    expect(await editor(rice)).not.toContain('<option value="Shop"');
  });

  it('are taken off, and both can be undone', async () => {
    const salt = await visitor.addTodo(home, 'Salt');
    const given = await label(salt, 'Shop');
    const { html } = await visitor.submit(`/todos/${salt}/unlabel`, { labelId: labelIn(given.html, 'Shop') });
    expect(saidOn(html)).toBe('“Salt” does not have the label “Shop” any more.');
    expect(tagsOf(html, salt)).toEqual([]);
    const undone = await visitor.submit(...undoOn(html));
    expect(tagsOf(undone.html, salt)).toEqual(['Shop']);
    const again = await visitor.submit(...undoOn(given.html));
    expect(tagsOf(again.html, salt)).toEqual([]);
  });

  it('are told of in its history, under the name that they had then', async () => {
    const oats = await visitor.addTodo(home, 'Oats');
    await label(oats, 'Breakfast');
    const html = asRead((await visitor.open(`/todos/${oats}/history`)).text);
    expect(html).toContain('Labelled “Breakfast”');
  });

  it('are those of a day when the list is looked at as it was', async () => {
    const tea = await visitor.addTodo(home, 'Tea');
    const before = new Date().toISOString();
    await label(tea, 'Drinks');
    expect(tagsOf(await page(`?asOf=${before}`), tea)).toEqual([]);
    const after = new Date().toISOString();
    await visitor.submit(`/todos/${tea}/unlabel`, { labelId: labelIn(await editor(tea), 'Drinks') });
    expect(tagsOf(await page(`?asOf=${after}`), tea)).toEqual(['Drinks']);
    expect(tagsOf(await page(), tea)).toEqual([]);
  });

  it.each([
    [' ', 'Give the label a name.'],
    ['a\nb', 'The name of a label is one line of text.'],
    ['x'.repeat(51), 'That is too long for a label. Use at most 50 characters.'],
  ])('are refused when the name is none, beside the field: %j', async (name, words) => {
    const milk = await visitor.addTodo(home, 'Milk');
    const { status, html } = await visitor.refused(`/todos/${milk}/label`, { label: name, onList: home });
    expect(status).toBe(422);
    expect(html).toContain(words);
    expect(html).toContain(`id="label-${milk}-error"`);
  });

  it('of a to-do in the trash are not changed', async () => {
    const milk = await visitor.addTodo(home, 'Milk');
    await visitor.submit(`/todos/${milk}/remove`);
    const { status } = await visitor.refused(`/todos/${milk}/label`, { label: 'Shop', onList: home });
    expect(status).toBe(422);
  });

  it('are made once, when many people make one at the same moment', async () => {
    const todos: string[] = [];
    for (let n = 0; n < 6; n += 1) todos.push(await visitor.addTodo(home, `At once ${n}`));
    const answers = await Promise.all(
      todos.map((todo) => visitor.post(`/todos/${todo}/label`, { label: 'At once', onList: home })),
    );
    expect(answers.map(({ status }) => status)).toEqual(todos.map(() => 303));
    expect((await namesInLog()).filter((name) => name === 'At once')).toHaveLength(1);
    await until(async () => {
      const html = await page();
      return todos.every((todo) => tagsOf(html, todo).join() === 'At once');
    });
  });

  it('go with a list that is moved to another workspace, and become those of the same names there', async () => {
    const garden = await visitor.createList('Garden');
    const seeds = await visitor.addTodo(garden, 'Seeds');
    await visitor.submit(`/todos/${seeds}/label`, { label: 'Shop', onList: garden });
    const { headers } = await visitor.postBody('/workspaces', 'name=Another');
    const to = String(headers.location).slice('/w/'.length);
    await visitor.submit(`/lists/${garden}/transfer`, { to, as: 'copy' });
    const lists = (await visitor.open(`/w/${to}`)).text;
    const [, copy = ''] = new RegExp(`/w/${to}/lists/([0-9a-f-]{36})`).exec(lists) ?? [];
    const html = (await visitor.open(`/w/${to}/lists/${copy}`)).text;
    expect(html).toMatch(/class="tag [a-z]+">.*<bdi>Shop<\/bdi>/);
  });

  it('are given to several that are chosen, and taken off them, each as one with one undo', async () => {
    const two = [await visitor.addTodo(home, 'Bread'), await visitor.addTodo(home, 'Butter')];
    const chosen = async (word: string, fields: Record<string, string>) => {
      const body = new URLSearchParams({
        commandId: uuidv7(),
        show: 'all',
        onList: home,
        label: '',
        ...fields,
      });
      for (const id of two) body.append('todo', id);
      const { headers, text, status } = await visitor.postBody(
        `/lists/${home}/chosen/${word}`,
        body.toString(),
      );
      return status === 303 ? asRead((await visitor.open(String(headers.location))).text) : text;
    };
    const given = await chosen('label', { label: 'Table' });
    expect(saidOn(given)).toBe('2 to-dos have the label “Table” now.');
    for (const todo of two) expect(tagsOf(given, todo)).toEqual(['Table']);
    expect((await namesInLog()).filter((name) => name === 'Table')).toHaveLength(1);
    const offered = await page('?choose=');
    const [, labelId = ''] = /<option value="([^"]+)" dir="auto">Table</.exec(offered) ?? [];
    const taken = await chosen('unlabel', { labelId });
    expect(saidOn(taken)).toBe('2 to-dos do not have the label “Table” any more.');
    for (const todo of two) expect(tagsOf(taken, todo)).toEqual([]);
    const undone = await visitor.submit(...undoOn(taken));
    for (const todo of two) expect(tagsOf(undone.html, todo)).toEqual(['Table']);
    const gone = await visitor.submit(...undoOn(given));
    for (const todo of two) expect(tagsOf(gone.html, todo)).toEqual([]);
    expect(await chosen('label', { label: ' ' })).toContain('Give the label a name.');
  });
});
