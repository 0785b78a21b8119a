import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Replay, todoLists } from '#libs/projections';
import { liveSchema, ReadModel, TODO_LISTS } from '#libs/read-model';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { inWorkspace, SIGNED_IN } from '../support/somebody.mjs';
import { Visitor } from '../support/visitor.js';

const schema = liveSchema(TODO_LISTS);
const ids = (html: string) => [...html.matchAll(/name="commandId" value="([^"]*)"/g)].map(([, id]) => id);
/** Without what is of its own each time: command ids, and the time at which it is sent. */
const withoutIds = (html: string) =>
  html
    .replaceAll(/name="commandId" value="[^"]*"/g, 'name="commandId"')
    .replace(/As of \d\d:\d\d UTC/, 'As of');
const shownBy = (html: string) => /data-shown="(\d+:\d+)"/.exec(html)?.[1];

describe('a page that is kept', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let keepsNothing: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  let garden: string;
  let milk: string;
  let rice: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, keepsNothing, worker] = await Promise.all([
      startWeb(test.url),
      startWeb(test.url, { NODE_ENV: 'development' }),
      startWorker(test.url),
    ]);
    visitor = new Visitor(web);
    home = await visitor.createList('Home');
    garden = await visitor.createList('Garden');
    milk = await visitor.addTodo(home, 'Milk');
    rice = await visitor.addTodo(home, 'Rice');
    await visitor.addTodo(garden, 'Peas');
  });
  afterAll(async () => {
    await Promise.all([web.close(), keepsNothing.close(), worker.close()]);
    await test.drop();
  });

  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    request(web.getHttpServer())
      .get(inWorkspace(path))
      .set({ accept: 'text/html', ...SIGNED_IN, ...headers });
  const tabs = () =>
    [home, garden].flatMap((id) => ['', '?show=active', '?show=done'].map((show) => `/lists/${id}${show}`));

  /** Every page is opened twice, so that it is kept; answers those that are not as if made afresh. */
  async function differences(): Promise<readonly object[]> {
    const found: object[] = [];
    for (const path of tabs()) {
      const fresh = await new Visitor(keepsNothing).open(path);
      for (const kept of [await get(path), await get(path)]) {
        const isSame = kept.status === 200 && withoutIds(kept.text) === withoutIds(fresh.text);
        if (!isSame) found.push({ path, kept: kept.text, fresh: fresh.text });
      }
    }
    return found;
  }

  it('shows the same as one that is made afresh, after everything that can be done', async () => {
    expect(await differences()).toEqual([]);
    const actions: readonly (readonly [string, Readonly<Record<string, string>>?])[] = [
      [`/lists/${home}/todos`, { title: 'Eggs' }],
      [`/todos/${milk}/rename`, { title: 'Oat milk', from: 'Milk' }],
      [`/todos/${milk}/complete`],
      [`/todos/${rice}/complete`],
      [`/todos/${milk}/reopen`],
      [`/todos/${rice}/move`, { listId: home, before: milk, from: home }],
      [`/todos/${rice}/move`, { listId: garden, before: '', from: home, onList: home }],
      [`/todos/${rice}/move`, { listId: home, before: '', from: garden, onList: garden }],
      [`/todos/${milk}/remove`],
      [`/todos/${milk}/restore`],
      [`/lists/${home}/rename`, { name: 'House', from: 'Home' }],
      [`/lists/${home}/remove`],
      [`/lists/${home}/restore`],
      ['/lists', { name: 'Cellar' }],
      [`/lists/${garden}/archive`],
      [`/lists/${garden}/unarchive`],
    ];
    for (const [path, fields] of actions) {
      await visitor.submit(path, fields);
      expect(await differences()).toEqual([]);
    }
  });

  it('is another one when its rows were wrong and a replay has mended them', async () => {
    await runStatements(test.url, `update ${schema}.todos set title = 'Wrong' where id = '${milk}'`);
    await visitor.addTodo(home, 'Tea');
    expect((await get(`/lists/${home}`)).text).toContain('Wrong');
    const database = openDatabase(test.url, 'garbanzo_worker');
    await new Replay(new ReadModel(database)).run(todoLists);
    await database.close();
    expect(await differences()).toEqual([]);
    expect((await get(`/lists/${home}`)).text).not.toContain('Wrong');
  });

  it('has a command id of its own for each who opens it', async () => {
    const pages = [await get(`/lists/${home}`), await get(`/lists/${home}`)];
    const [first, second] = pages.map(({ text }) => [...new Set(ids(text))]);
    expect(first).toHaveLength(1);
    expect(second).toHaveLength(1);
    expect(first).not.toEqual(second);
    expect(ids(pages[0]?.text ?? '')).toHaveLength(4);
  });

  it('says each time up to where in the log it shows its list', async () => {
    const before = shownBy((await get(`/lists/${home}`)).text);
    // In another list: this page stays the one that is kept.
    const { path } = await visitor.submit(`/lists/${garden}/todos`, { title: 'Leeks' });
    const seen = new URLSearchParams(path.split('?')[1]?.split('#')[0]).get('seen') ?? '';
    expect(seen).not.toBe(before);
    expect(shownBy((await get(`/lists/${home}`)).text)).toBe(seen);
    for (const other of ['/', '/trash']) expect(shownBy((await get(other)).text)).toBe(seen);
  });

  it('stays as it is when another list changes, which is seen beside it', async () => {
    const counter = (html: string) =>
      new RegExp(`id="side-${garden}"[^]*?<span class="badge">(\\d+)</span>`).exec(html)?.[1];
    const before = await get(`/lists/${home}`);
    await runStatements(test.url, `update ${schema}.todos set title = 'Wrong' where id = '${milk}'`);
    await visitor.addTodo(garden, 'Chives');
    const after = await get(`/lists/${home}`);
    await runStatements(test.url, `update ${schema}.todos set title = 'Oat milk' where id = '${milk}'`);
    expect(after.text).not.toContain('Wrong');
    expect(Number(counter(after.text))).toBe(Number(counter(before.text)) + 1);
  });

  it('has a list beside it that its reader has just made, marks itself, and says names as they are', async () => {
    const shed = await visitor.createList('<Shed> & yard');
    const { text } = await get(`/lists/${home}`);
    expect(text).toContain(`id="side-${shed}"`);
    expect(text).toContain('<bdi>&lt;Shed&gt; &amp; yard</bdi> <span class="hidden">nothing to do</span>');
    expect(text.match(/id="side-[^>]* aria-current="page"/g)).toEqual([
      expect.stringContaining(`id="side-${home}"`),
    ]);
  });

  it('has fifty lists beside it at the most, and a way to all of them', async () => {
    for (let n = 1; n <= 50; n += 1) await visitor.post('/lists', { name: `Number ${n}` });
    await visitor.createList('One more');
    const { text } = await get(`/lists/${home}`);
    expect(text.match(/id="side-/g)).toHaveLength(50);
    expect(text).toContain('>All lists</a>');
    expect(await differences()).toEqual([]);
  });

  it('is what those get as well who wait for what somebody else has changed', async () => {
    const { path } = await visitor.submit(`/lists/${home}/todos`, { title: 'Salt' });
    const [, seen] = /[?&](seen=[^&#]+)/.exec(path) ?? [];
    const first = await get(`/lists/${home}?${seen}`);
    expect(first.text).toContain('Salt');
    await runStatements(test.url, `update ${schema}.todos set title = 'Pepper' where title = 'Salt'`);
    expect(withoutIds((await get(`/lists/${home}?${seen}`)).text)).toBe(withoutIds(first.text));
    await runStatements(test.url, `update ${schema}.todos set title = 'Salt' where title = 'Pepper'`);
  });

  it('is compressed for whoever understands that', async () => {
    const path = `/lists/${home}`;
    const plain = await get(path, { 'accept-encoding': 'identity' });
    const packed = await get(path, { 'accept-encoding': 'br, GZip' });
    expect(plain.headers).not.toHaveProperty('content-encoding');
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
    expect(Number(packed.headers['content-length'])).toBeLessThan(plain.text.length / 2);
    expect(withoutIds(packed.text)).toBe(withoutIds(plain.text));
  });

  it('is kept by no browser, which would show it with the command id that it had then', async () => {
    const path = `/lists/${home}`;
    for (const mode of [{}, { 'sec-fetch-mode': 'navigate' }, { 'sec-fetch-mode': 'cors' }]) {
      const { headers } = await get(path, mode);
      expect(headers).toMatchObject({ 'cache-control': 'no-store' });
      expect(headers).not.toHaveProperty('etag');
      const again = await get(path, { 'if-none-match': '*', ...mode });
      expect(again).toMatchObject({ status: 200, text: expect.stringContaining('commandId') });
    }
  });
});
