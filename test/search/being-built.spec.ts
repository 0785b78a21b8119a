import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { internalsOf } from '#libs/platform';
import { search, todoLists, verifyTables } from '#libs/projections';
import { ids, Projecting } from '../support/projecting.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { foundOn, saidOf, searchPath } from '../support/searching.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

const [home = '', milk = ''] = ids(2);

describe('a log from before there was a search', () => {
  let projecting: Projecting;
  let web: NestFastifyApplication;
  let visitor: Visitor;
  beforeAll(async () => {
    projecting = await Projecting.open();
    await projecting.append([
      [home, { type: 'ListCreated', data: { name: 'Home' } }],
      [milk, { type: 'TodoAdded', data: { listId: home, title: 'Oat milk' } }],
      [milk, { type: 'TodoRenamed', data: { title: 'Soy milk' } }],
    ]);
    await projecting.project(1_000, todoLists);
    web = await startWeb(projecting.url);
    visitor = new Visitor(web);
  });
  afterAll(async () => {
    await web.close();
    await projecting.close();
  });

  it('is shown on all pages, and web is ready, while the search says that it is being built', async () => {
    expect((await internalsOf(web).readiness()).isReady).toBe(true);
    expect((await visitor.open('/')).text).toContain('Home');
    expect(await visitor.titles(home)).toEqual(['Soy milk']);
    const { status, text } = await visitor.open(searchPath('milk'));
    expect([status, saidOf(text)]).toEqual([
      200,
      'The search is being built. Everything else works meanwhile.',
    ]);
  });

  it('is searched as soon as a worker of this version has built it, with what was before', async () => {
    const worker = await startWorker(projecting.url);
    const find = async (text: string) => foundOn((await visitor.open(searchPath(text))).text);
    await until(async () => (await find('milk')).length > 0);
    expect([await find('milk'), await find('oat')]).toEqual([['Soy [milk]'], ['Soy milk']]);
    await worker.close();
    expect((await verifyTables(projecting.readModel, { projection: search })).differences).toEqual([]);
  });
});
