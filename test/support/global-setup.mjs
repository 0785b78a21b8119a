// Jest loads this file as it is, outside of its own module system, so it uses what has been built.
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../dist/apps/local/src/postgres/embedded-postgres.js';
import { createLogger, Database } from '../../dist/libs/platform/src/index.js';
import { PROJECTIONS, Replay } from '../../dist/libs/projections/src/index.js';
import { ReadModel } from '../../dist/libs/read-model/src/index.js';
import { migrate } from '../../dist/migrations/index.js';
import { endWithThisProcess } from './end-with-this-process.mjs';

/** One PostgreSQL for the whole run, with a migrated database that each test file copies. */
export default async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'garbanzo-test-'));
  const server = await startPostgres({
    dataDir: join(folder, 'data'),
    logFile: join(folder, 'log'),
    port: await freePort(),
    password: 'test',
    // Nothing here has to survive a power cut.
    settings: { fsync: 'off', max_connections: 300 },
  });
  endWithThisProcess(server.pid, folder);
  await migrateTemplate(server);
  process.env.TEST_DATABASE_URL = server.url('postgres');
  globalThis.endTests = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function migrateTemplate(server) {
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  await client.query('create database garbanzo_template');
  await client.end();
  const logger = createLogger('test', { logLevel: 'error', production: true });
  const url = server.url('garbanzo_template');
  const owner = new Database({ url, name: 'test', logger, patient: true });
  await migrate(owner);
  await owner.close();
  const worker = new Database({ url, name: 'test', logger, role: 'garbanzo_worker' });
  const replay = new Replay(new ReadModel(worker));
  for (const projection of PROJECTIONS) await replay.prepare(projection);
  await worker.close();
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
