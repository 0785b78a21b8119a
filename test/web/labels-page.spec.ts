import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asRead } from '../support/as-read.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { saidOn, todosOn, undoOn, Visitor } from '../support/visitor.js';

/** The labels on their page, each with how much is to be done. */
function labelsOn(html: string): Record<string, string> {
  const rows = html.matchAll(/<a class="tag [^>]*><bdi>([^<]*)<\/bdi><\/a> <span class="meta">([^<]*)</g);
  return Object.fromEntries([...rows].map(([, name = '', open = '']) => [name, open]));
}

function idOn(html: string, name: string): string {
  return new RegExp(`labels/([0-9a-f-]{36})"><bdi>${name}</bdi>`).exec(html)?.[1] ?? '';
}

describe('the labels of a workspace', () => {
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

  /** A to-do with these labels. */
  async function labelled(title: string, ...names: string[]): Promise<string> {
    const todo = await visitor.addTodo(home, title);
    for (const label of names) await visitor.submit(`/todos/${todo}/label`, { label, onList: home });
    return todo;
  }
  const page = async (path = '/labels') => asRead((await visitor.open(path)).text);
  const row = async (todo: string) =>
    (await page(`/lists/${home}`)).split(`<li id="t-${todo}"`)[1]?.split('</li>')[0] ?? '';
  const change = async (name: string, word: string, fields: Record<string, string> = {}) =>
    await visitor.submit(`/labels/${idOn(await page(), name)}/${word}`, fields);

  it('are all on one page, each with how much is to be done', async () => {
    await labelled('Milk', 'Shop', 'Today');
    const done = await labelled('Rice', 'Shop');
    expect(labelsOn(await page())).toEqual({ Shop: '2 to do', Today: '1 to do' });
    await visitor.submit(`/todos/${done}/complete`);
    expect(labelsOn(await page())).toEqual({ Shop: '1 to do', Today: '1 to do' });
  });

  it('have another name everywhere by one event, also on a page that is kept, and that is undone at once', async () => {
    const tea = await labelled('Tea', 'Drinks');
    expect(await row(tea)).toContain('<bdi>Drinks</bdi>');
    const { html } = await change('Drinks', 'rename', { label: 'Beverages', from: 'Drinks' });
    expect(saidOn(html)).toBe('The label “Drinks” is called “Beverages” now.');
    expect(await row(tea)).toContain('<bdi>Beverages</bdi>');
    const undone = await visitor.submit(...undoOn(html));
    expect(saidOn(undone.html)).toBe('The label “Beverages” is called “Drinks” now.');
    expect(await row(tea)).toContain('<bdi>Drinks</bdi>');
  });

  it('offer to be merged when one is to be called as another', async () => {
    const [oats, salt] = [await labelled('Oats', 'Food', 'Fare'), await labelled('Salt', 'Fare')];
    const [food, fare] = [idOn(await page(), 'Food'), idOn(await page(), 'Fare')];
    const refused = await visitor.refused(`/labels/${fare}/rename`, { label: 'fOOD', from: 'Fare' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Another label has this name.');
    expect(refused.html).toContain('Merge into <bdi>Food</bdi>');
    const { html } = await visitor.submit(`/labels/${fare}/merge`, { into: food });
    expect(saidOn(html)).toBe('What had the label “Fare” has “Food” now.');
    expect(labelsOn(html)).toMatchObject({ Food: '2 to do' });
    expect(labelsOn(html)).not.toHaveProperty('Fare');
    expect(todosOn(await page(`/labels/${fare}`)).map(({ title }) => title)).toEqual(['Oats', 'Salt']);
    const undone = await visitor.submit(...undoOn(html));
    expect(labelsOn(undone.html)).toMatchObject({ Food: '1 to do', Fare: '2 to do' });
    for (const todo of [oats, salt]) expect(await row(todo)).toContain('<bdi>Fare</bdi>');
  });

  it('have a colour that is chosen', async () => {
    const plum = await labelled('Plum', 'Fruit');
    const { html } = await change('Fruit', 'recolour', { colour: 'violet' });
    expect(saidOn(html)).toBe('The colour of the label “Fruit” is violet now.');
    expect(await row(plum)).toContain('class="tag violet"');
  });

  it('are removed everywhere, and come back everywhere', async () => {
    const soap = await labelled('Soap', 'Bath');
    const { html } = await change('Bath', 'remove');
    expect(saidOn(html)).toBe('The label “Bath” was removed.');
    expect(labelsOn(html)).not.toHaveProperty('Bath');
    expect(await row(soap)).not.toContain('Bath');
    await visitor.submit(...undoOn(html));
    expect(await row(soap)).toContain('<bdi>Bath</bdi>');
  });

  it('lead to what is to be done with them, list by list, where it can be done', async () => {
    const garden = await visitor.createList('Garden');
    const seeds = await visitor.addTodo(garden, 'Seeds');
    await visitor.submit(`/todos/${seeds}/label`, { label: 'Spring', onList: garden });
    await labelled('Window', 'Spring');
    const path = `/labels/${idOn(await page(), 'Spring')}`;
    const html = await page(path);
    expect(todosOn(html).map(({ title }) => title)).toEqual(['Seeds', 'Window']);
    expect(html).toMatch(/<h2[^>]*>Garden[^]*<h2[^>]*>Home/);
    const [, back = ''] = /name="back" value="([^"]+)"/.exec(html) ?? [];
    const done = await visitor.submit(`/todos/${seeds}/complete`, { back });
    expect(done.path).toContain(path);
    expect(saidOn(done.html)).toBe('“Seeds” is done.');
    expect(todosOn(done.html).map(({ title }) => title)).toEqual(['Window']);
    const [action, fields] = undoOn(done.html);
    const undone = await visitor.submit(action, fields);
    expect(todosOn(undone.html).map(({ title }) => title)).toEqual(['Seeds', 'Window']);
  });

  it('that are not there are not found', async () => {
    expect((await visitor.open('/labels/0190f3a2-7c1b-7000-8000-000000000001')).status).toBe(404);
  });

  it('show what they were called on the page of what they were, on a list of a day', async () => {
    const bulb = await labelled('Bulb', 'Lamp');
    const then = new Date().toISOString();
    await change('Lamp', 'rename', { label: 'Light', from: 'Lamp' });
    const html = await page(`/lists/${home}?asOf=${then}`);
    expect(html.split(`<li id="t-${bulb}"`)[1]?.split('</li>')[0]).toContain('<bdi>Lamp</bdi>');
    expect(asRead((await visitor.open(`/todos/${bulb}/history`)).text)).toContain('Labelled “Lamp”');
  });

  it('find to-dos by what they are called now, also when they were merged, and not by what they were called', async () => {
    await labelled('Rope', 'Sailing', 'Boating');
    await labelled('Anchor', 'Boating');
    const found = async (text: string) => {
      const html = await page(`/search?q=${text}`);
      return [...html.matchAll(/<a class="title"[^>]*>(.*?)<\/a>/g)]
        .map(([, title = '']) => title.replaceAll(/<[^>]*>/g, ''))
        .toSorted();
    };
    await until(async () => (await found('boat')).join() === 'Anchor,Rope');
    await change('Boating', 'merge', { into: idOn(await page(), 'Sailing') });
    expect(await found('sail')).toEqual(['Anchor', 'Rope']);
    expect(await found('boat')).toEqual([]);
    expect(await found('sail anchor')).toEqual(['Anchor']);
    await change('Sailing', 'remove');
    expect(await found('sail')).toEqual([]);
  });
});
