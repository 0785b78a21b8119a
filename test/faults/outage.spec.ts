import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { Invariants } from '../invariants/invariants.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { TcpProxy } from '../support/tcp-proxy.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

describe('while the database is away', () => {
  let test: TestDatabase;
  let proxy: TcpProxy;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let home: string;
  let invariants: Invariants;
  beforeEach(async () => {
    test = await createTestDatabase();
    const through = await TcpProxy.before(test.url);
    proxy = through.proxy;
    [web, worker] = await Promise.all([startWeb(through.url), startWorker(through.url)]);
    visitor = new Visitor(web);
    invariants = new Invariants(test.url);
    home = await visitor.createList('Home');
  });
  afterEach(async () => {
    proxy.becomes('fair');
    await invariants.close();
    await Promise.all([web.close(), worker.close()]);
    await proxy.close();
    await test.drop();
  });

  const countOf = async (title: string) => {
    const database = openDatabase(test.url);
    const rows = await database.query(`select from events where data ->> 'title' = $1`, [title]);
    await database.close();
    return rows.length;
  };

  it('pages and forms answer 503, keep what was typed, and recover by themselves', async () => {
    proxy.becomes('refusing');
    const page = await visitor.open('/');
    expect(page.status).toBe(503);
    expect(page.headers['retry-after']).toBe('5');
    const form = { commandId: uuidv7(), title: 'Buy milk' };
    const { status, text } = await visitor.post(`/lists/${home}/todos`, form);
    expect(status).toBe(503);
    expect(text).toContain('<dd dir="auto">Buy milk</dd>');
    expect(text).toContain(`name="commandId" value="${form.commandId}"`);
    expect((await visitor.open('/health')).status).toBe(200);
    expect((await visitor.open('/health/ready')).status).toBe(503);

    proxy.becomes('fair');
    await until(async () => (await visitor.post(`/lists/${home}/todos`, form)).status === 303);
    await until(async () => (await visitor.open(`/lists/${home}`)).text.includes('Buy milk'));
    expect(await countOf('Buy milk')).toBe(1);
    expect(await invariants.atRest()).toEqual([]);
  });

  it('a form whose answer was lost on the way is done once when it is sent again', async () => {
    const form = { commandId: uuidv7(), title: 'Buy bread' };
    // Reads are answered, and the append, which alone carries the title, is committed, but nobody hears of it.
    proxy.losesAnswerTo(form.title);
    expect((await visitor.post(`/lists/${home}/todos`, form)).status).toBe(503);
    expect(await countOf('Buy bread')).toBe(1);
    proxy.becomes('fair');
    await until(async () => (await visitor.post(`/lists/${home}/todos`, form)).status === 303);
    await visitor.post(`/lists/${home}/todos`, form);
    expect(await countOf('Buy bread')).toBe(1);
    expect(await invariants.atRest()).toEqual([]);
  });
});
