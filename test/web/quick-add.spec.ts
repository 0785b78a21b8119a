import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { asRead } from '../support/as-read.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { saidOn, todosOn, undoOn, Visitor } from '../support/visitor.js';

const TEXT = 'Pay rent on 4 December 2099 !high 18:00';

describe('adding a to-do by a sentence', () => {
  let test: TestDatabase;
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

  const add = (fields: Readonly<Record<string, string>>) => visitor.submit(`/lists/${home}/todos`, fields);
  /** What is typed into the form as it comes with the page. */
  const type = async (title: string) =>
    asRead((await visitor.post(`/lists/${home}/todos`, { title, read: '' })).text);
  const titles = () => visitor.titles(home);
  const due = (html: string) => /<time class="due[^"]*" datetime="([^"]*)"/.exec(html)?.[1];
  const chips = (html: string) =>
    [
      ...html.matchAll(/<input type="checkbox" name="refused" value="([^"]*)"( checked)?><span>([^<]*)</g),
    ].map(([, words, checked, says]) => [words, says, checked !== undefined]);

  it('shows what was understood before it is saved', async () => {
    const html = await type(TEXT);
    expect(chips(html)).toEqual([
      ['on 4 December 2099', '4 Dec 2099', false],
      ['!high', 'High priority', false],
      ['18:00', '18:00', false],
    ]);
    expect(html).toContain(`id="add" name="title" value="${TEXT}"`);
    expect(await titles()).toEqual([]);
  });

  it('saves what was shown, as one thing that one undo takes back', async () => {
    const { html } = await add({ title: TEXT, read: TEXT });
    expect(todosOn(html).map(({ title }) => title)).toEqual(['Pay rent']);
    expect(due(html)).toBe('2099-12-04T18:00Z');
    expect(html).toContain('High priority');
    expect(saidOn(html)).toContain('Pay rent');
    const undone = await visitor.submit(...undoOn(html));
    expect(todosOn(undone.html)).toEqual([]);
    const again = await visitor.submit(...undoOn(undone.html));
    expect([todosOn(again.html).map(({ title }) => title), due(again.html)]).toEqual([
      ['Pay rent'],
      '2099-12-04T18:00Z',
    ]);
  });

  it('leaves words in the title that are to stay there', async () => {
    const { html } = await add({ title: TEXT, read: TEXT, refused: 'on 4 December 2099' });
    expect(todosOn(html).map(({ title }) => title)).toEqual(['Pay rent on 4 December 2099']);
    expect(html).toContain('High priority');
  });

  it('several of them', async () => {
    const body = new URLSearchParams({ commandId: uuidv7(), title: TEXT, read: TEXT });
    for (const words of ['on 4 December 2099', '!high', '18:00']) body.append('refused', words);
    await visitor.postBody(`/lists/${home}/todos`, body.toString());
    await until(async () => (await titles()).length > 0);
    expect(await titles()).toEqual([TEXT]);
  });

  it('asks again when the text is another one than was shown', async () => {
    const answer = await visitor.post(`/lists/${home}/todos`, { title: `${TEXT} !low`, read: TEXT });
    expect(chips(asRead(answer.text)).map(([words]) => words)).toContain('!low');
    expect(await titles()).toEqual([]);
  });

  it('saves at once what is title only', async () => {
    const { html } = await add({ title: 'Watch “The 5th Wave”', read: '' });
    expect(todosOn(html).map(({ title }) => title)).toEqual(['Watch “The 5th Wave”']);
  });

  it('takes all for title in a form that shows nothing', async () => {
    const { html } = await add({ title: TEXT });
    expect(todosOn(html).map(({ title }) => title)).toEqual([TEXT]);
    expect(due(html)).toBeUndefined();
  });

  it('what comes again says so, and is due on its first day', async () => {
    const title = 'Water plants every 4 December';
    const { html } = await add({ title, read: title, readAt: '2098-12-05T12:00:00Z' });
    expect(todosOn(html).map(({ title }) => title)).toEqual(['Water plants']);
    expect(due(html)).toBe('2099-12-04');
    expect(html).toContain('every year on 4 December');
  });

  it('days are those of the moment at which they were shown', async () => {
    const { html } = await add({
      title: 'Call tomorrow',
      read: 'Call tomorrow',
      readAt: '2099-12-31T12:00:00Z',
    });
    expect(due(html)).toBe('2100-01-01');
  });

  it('adds to the list that is named', async () => {
    const garden = await visitor.createList('Back garden');
    await until(async () => chips(await type('Dig +back garden')).length > 0);
    await visitor.post(`/lists/${home}/todos`, { title: 'Dig +back garden', read: 'Dig +back garden' });
    await until(async () => (await visitor.titles(garden)).length > 0);
    expect([await visitor.titles(garden), await titles()]).toEqual([['Dig'], []]);
  });

  it('refuses a title that is too long with the sentence as it was typed', async () => {
    const title = `${'x'.repeat(241)} !high`;
    const { status, html } = await visitor.refused(`/lists/${home}/todos`, { title, read: title });
    expect([status, html.includes(`value="${title}"`)]).toEqual([422, true]);
    expect(await titles()).toEqual([]);
  });

  it('spaces are nothing', async () => {
    const { path } = await add({ title: '   ', read: '' });
    expect(path).toContain(`/lists/${home}`);
    expect(await titles()).toEqual([]);
  });

  describe('while somebody types', () => {
    const read = (fields: Readonly<Record<string, string>>) =>
      visitor.postBody('/sentences/read', new URLSearchParams(fields).toString());

    it('answers with what is understood, and keeps nothing', async () => {
      const { status, text } = await read({ title: TEXT });
      expect([status, chips(asRead(text)).map(([words]) => words)]).toEqual([
        200,
        ['on 4 December 2099', '!high', '18:00'],
      ]);
      expect(text).not.toContain('<html');
      expect(await titles()).toEqual([]);
    });

    it('says what is refused', async () => {
      const { text } = await read({ title: TEXT, refused: '!high' });
      expect(chips(asRead(text)).find(([words]) => words === '!high')).toEqual([
        '!high',
        'High priority',
        true,
      ]);
    });

    it('is quiet about what is title only', async () => {
      const { status, text } = await read({ title: 'check money' });
      expect([status, chips(text)]).toEqual([200, []]);
    });
  });
});
