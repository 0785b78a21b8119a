import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { inTransaction, type Database } from '#libs/platform';
import { liveSchema, TODO_LISTS } from '#libs/read-model';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { Visitor } from '../support/visitor.js';

describe('a column that gets another type while statements with it are prepared', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let database: Database;
  beforeAll(async () => {
    test = await createTestDatabase();
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    database = openDatabase(test.url, 'garbanzo_worker', 1);
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close(), database.close()]);
    await test.drop();
  });

  const column = `alter table ${liveSchema(TODO_LISTS)}.todos alter column title type`;

  it('fails each connection once at the most, as an outage does', async () => {
    const visitor = new Visitor(web);
    const home = await visitor.createList('Home');
    const path = `/lists/${home}?edit=list`;
    await Promise.all(Array.from({ length: 20 }, () => visitor.open(path)));
    await runStatements(test.url, `${column} varchar(2000)`);
    const statuses: number[] = [];
    while (statuses.length < 15) statuses.push((await visitor.open(path)).status);
    expect(statuses.filter((status) => status !== 503 && status !== 200)).toEqual([]);
    expect(statuses.slice(-3)).toEqual([200, 200, 200]);
  });

  it('fails a transaction once', async () => {
    const title = () =>
      inTransaction(database, (transaction) =>
        transaction.query(`select title from ${liveSchema(TODO_LISTS)}.todos where title = $1`, ['Milk']),
      );
    await runStatements(test.url, `${column} text`);
    await title();
    await runStatements(test.url, `${column} varchar(2000)`);
    await expect(title()).rejects.toThrow('cached plan must not change result type');
    expect(await title()).toEqual([]);
  });
});
