import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { todosOn, Visitor } from '../support/visitor.js';

const PAGE = 100;

describe('a to-do that is added where the page does not reach', () => {
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
    for (let count = 1; count < PAGE; count += 1) {
      await visitor.post(`/lists/${home}/todos`, { title: `To-do ${count}` });
    }
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  const add = (title: string, place = {}) => visitor.submit(`/lists/${home}/todos`, { title, ...place });
  const titlesOn = (html: string) => todosOn(html).map(({ title }) => title);
  const linkOn = (html: string) =>
    /at the end of the list[^]*?<a href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&#x3D;', '=');

  it('is led to on the page that shows it', async () => {
    const { html } = await add('The hundredth');
    expect(titlesOn(html).at(-1)).toBe('The hundredth');
    expect(linkOn(html)).toMatch(/^#t-/);
  });

  it('is named, with a way to its page', async () => {
    const { html } = await add('Far away');
    expect(titlesOn(html)).not.toContain('Far away');
    expect(html).toContain('“Far away” was added at the end of the list.');
    const last = await visitor.open(linkOn(html) ?? '');
    expect(titlesOn(last.text)).toEqual(['Far away']);
  });

  it('is named on the tab that shows only what is done', async () => {
    const { html } = await add('To be done', { show: 'done' });
    expect(html).toContain('“To be done” was added');
    expect(titlesOn((await visitor.open(linkOn(html) ?? '')).text)).toContain('To be done');
  });

  it('is led to from wherever it is spoken of', async () => {
    const other = await visitor.createList('Other');
    const { path } = await add('Elsewhere');
    const added = new URLSearchParams(path.split('?')[1]).get('did');
    const { text } = await visitor.open(`/lists/${other}?did=${added}`);
    expect(linkOn(text)).toContain(`/lists/${home}?after=`);
  });
});
