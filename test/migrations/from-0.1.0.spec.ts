import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { migrations } from '#migrations';
import { createEmptyDatabase, type TestDatabase } from '../support/database.js';
import { garbanzo } from '../support/garbanzo.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';
import { connectAsMigrator } from './connect-as-migrator.js';
import { stepsOf } from './steps.js';

/** The last migration of version 0.1.0. */
const LAST = 'Migration20261125000006_EraseWorkspace';

const LIST = '0193a000-0000-7000-8000-000000000001';
const WORKSPACE = WORKSPACE_PATH.slice(3);
/** Under which everybody acted. */
const EVERYBODY = '00000000-0000-7000-8000-000000000002';

const MIA = { name: 'Mia', email: 'mia@example.org', password: 'a pea in a pot', timeZone: 'UTC' };

describe('a database of version 0.1.0', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  beforeAll(async () => {
    test = await createEmptyDatabase();
    await makeOld();
    await garbanzo(['migrate'], { DATABASE_URL: test.url });
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await test.drop();
  });

  async function makeOld(): Promise<void> {
    const client = await connectAsMigrator(test.url);
    const ofThen = migrations.slice(0, migrations.findIndex(({ name }) => name === LAST) + 1);
    for (const { name, class: migration } of ofThen) {
      for (const statement of (await stepsOf(migration)).statements) await client.query(statement);
      await client.query('insert into mikro_orm_migrations (name, executed_at) values ($1, now())', [name]);
    }
    await client.query(
      `insert into events (shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
                           correlation_id, causation_id, data)
       select shard, $1, 1, 'ListCreated', 1, id, $2, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
              '{"name": "Groceries"}'
       from workspaces where id = $3`,
      [LIST, EVERYBODY, WORKSPACE],
    );
    await client.end();
  }

  it('belongs, with what is in it, to whoever sets up, and to nobody before', async () => {
    const [mia, ben] = [new Person(web), new Person(web)];
    for (const path of ['/', `/lists/${LIST}`, `${WORKSPACE_PATH}/lists/${LIST}`])
      expect((await mia.open(path)).headers.location).toMatch(/^\/setup/);
    expect((await mia.post('/setup', MIA)).status).toBe(303);
    await until(async () => (await mia.open(WORKSPACE_PATH)).text.includes('Groceries'));
    // Links of then lead there still.
    const moved = await mia.open(`/lists/${LIST}`);
    expect(moved.headers.location).toBe(`${WORKSPACE_PATH}/lists/${LIST}`);
    const history = await mia.open(`${WORKSPACE_PATH}/lists/${LIST}/history`);
    expect(history.text).toMatch(/<bdi>Somebody<\/bdi> · /);
    expect((await ben.open(WORKSPACE_PATH)).headers.location).toMatch(/^\/sign-in/);
    const members = await runStatements(test.url, 'select workspace_id, role from memberships');
    expect(members).toEqual([{ workspace_id: WORKSPACE, role: 'owner' }]);
  });
});
