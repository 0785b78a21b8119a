import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { todoLists, verifyTables } from '#libs/projections';
import { ReadModel } from '#libs/read-model';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { anAppend, openDatabase, openLog } from '../support/log.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { runStatements } from '../support/run-statements.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

/** What somebody may have set for the whole database, for reasons of their own. */
const SETTINGS = {
  datestyle: 'German',
  intervalstyle: 'sql_standard',
  timezone: 'Pacific/Chatham',
  extra_float_digits: '-15',
  bytea_output: 'escape',
  standard_conforming_strings: 'off',
  array_nulls: 'off',
  transform_null_equals: 'on',
  default_transaction_isolation: 'serializable',
  default_transaction_read_only: 'on',
  search_path: 'nowhere',
  row_security: 'off',
  statement_timeout: '3s',
  lock_timeout: '3s',
  idle_session_timeout: '100ms',
  transaction_timeout: '2s',
  client_encoding: 'LATIN1',
  synchronous_commit: 'off',
  jit: 'on',
};

describe('beside settings that we did not think of', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  beforeAll(async () => {
    test = await createTestDatabase();
    const name = new URL(test.url).pathname.slice(1);
    const settings = Object.entries(SETTINGS);
    // From somewhere else: these hold for every later connection to the database, ours included.
    await runStatements(
      process.env.TEST_DATABASE_URL ?? '',
      ...settings.map(([setting, value]) => `alter database ${name} set ${setting} = '${value}'`),
    );
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  it('people write, read, and look back, and the worker folds and takes its jobs', async () => {
    const visitor = new Visitor(web);
    const list = `/lists/${await visitor.createList('Größe')}`;
    await visitor.post(`${list}/todos`, { title: 'Ω 🥜' });
    await until(async () => (await visitor.open(list)).text.includes('Ω 🥜'));
    const history = await visitor.open(`${list}/history`);
    expect(history).toMatchObject({ status: 200, text: expect.stringContaining('Ω 🥜') });
    const owner = openDatabase(test.url);
    await until(
      async () => (await owner.query('select from pgboss.job where completed_on is null')).length === 0,
    );
    expect(await verifyTables(new ReadModel(owner), { projection: todoLists })).toMatchObject({
      events: 2,
      found: 0,
    });
    await owner.close();
  });

  it.each([undefined, 'garbanzo_web', 'garbanzo_worker'] as const)(
    'a connection as %s has its own',
    async (role) => {
      const database = openDatabase(test.url, role, 1);
      const [row] = await database.query(
        `
      select current_setting('datestyle') as dates, current_setting('statement_timeout') as statement,
             current_setting('transaction_timeout') as transaction, current_setting('synchronous_commit') as commits,
             current_user = coalesce($1, session_user) as "isRole", null = null as nulls`,
        [role ?? null],
      );
      const own = {
        dates: 'ISO, MDY',
        // The owner is patient.
        statement: role ? '10s' : '0',
        transaction: '0',
        commits: 'on',
        isRole: true,
        nulls: null,
      };
      expect(row).toEqual(own);
      await database.close();
    },
  );

  it('the options of an address hold beside ours, and never instead of them', async () => {
    const url = new URL(test.url);
    url.searchParams.set('options', '-c statement_timeout=0 -c role=none -c geqo=off');
    const log = openLog(url.href);
    const [row] = await log.database.query(
      `select current_user as user, current_setting('statement_timeout') as statement, current_setting('geqo') as geqo`,
    );
    expect(row).toEqual({ user: 'garbanzo_web', statement: '10s', geqo: 'off' });
    expect(await log.appender.append(anAppend())).toMatchObject({ outcome: 'appended' });
    await log.close();
  });

  it('a connection that lost what was asked for on its way is not used', async () => {
    const database = openDatabase(test.url, 'garbanzo_web', 1);
    // As a pooler does that drops what it does not know.
    Object.assign(database.pool.options, { options: '' });
    await expect(database.query('select')).rejects.toThrow(/there is a pooler .* was asked for/);
    await database.close();
  });
});
