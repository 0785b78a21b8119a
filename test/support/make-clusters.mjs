// Jest loads this file as it is, outside of its own module system, so it uses what has been built.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../dist/apps/local/src/postgres/embedded-postgres.js';
import { createLogger, Database } from '../../dist/libs/platform/src/index.js';
import { PROJECTIONS, Replay } from '../../dist/libs/projections/src/index.js';
import { ReadModel } from '../../dist/libs/read-model/src/index.js';
import { migrate } from '../../dist/migrations/index.js';
import { copyFolder } from './copy-folder.mjs';
import { freePort } from './free-port.mjs';
import { addSomebody } from './somebody.mjs';

const logger = createLogger('test', { logLevel: 'error', production: true });

/** Makes the data directories `empty` and `migrated` in a folder. */
export async function makeClusters(folder) {
  mkdirSync(folder);
  await whileRunning(folder, 'empty', async () => undefined);
  copyFolder(join(folder, 'empty'), join(folder, 'migrated'));
  await whileRunning(folder, 'migrated', migrateTemplate);
}

async function whileRunning(folder, name, work) {
  const server = await startPostgres({
    dataDir: join(folder, name),
    logFile: `${folder}.log`,
    port: await freePort(),
    password: 'test',
    settings: { fsync: 'off' },
  });
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

async function migrateTemplate(server) {
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  await client.query('create database garbanzo_template');
  await client.end();
  const url = server.url('garbanzo_template');
  const owner = new Database({ url, name: 'test', logger, patient: true });
  await migrate(owner);
  await addSomebody(owner);
  await owner.close();
  const worker = new Database({ url, name: 'test', logger, role: 'garbanzo_worker' });
  const replay = new Replay(new ReadModel(worker));
  for (const projection of PROJECTIONS) await replay.prepare(projection);
  await worker.close();
}
