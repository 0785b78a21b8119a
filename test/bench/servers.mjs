import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../dist/apps/local/src/postgres/embedded-postgres.js';
import { createLogger, Database } from '../../dist/libs/platform/src/index.js';
import { SEARCH_PATH } from '../../dist/libs/read-model/src/index.js';
import { migrate } from '../../dist/migrations/index.js';
import { endWithThisProcess } from '../support/end-with-this-process.mjs';
import { addSomebody } from '../support/somebody.mjs';
import { cpuOfTree } from './cpu.mjs';
import { nextPort } from './ports.mjs';

const PASSWORD = 'bench';
const logger = createLogger('bench', { logLevel: 'error', production: true });

/** A PostgreSQL of our own with its usual settings: `fsync` is on. */
export function startServer() {
  return startIn(mkdtempSync(join(tmpdir(), 'garbanzo-bench-')), {});
}

/** @param folder with the data, if there are any already; it is removed at the end */
export async function startIn(folder, settings) {
  const dataDir = join(folder, 'data');
  const server = await startPostgres({
    dataDir,
    logFile: join(folder, 'log'),
    port: await nextPort(),
    password: PASSWORD,
    settings: { max_connections: 200, ...settings },
  });
  endWithThisProcess(server.pid, folder);
  return {
    dataDir,
    url: server.url,
    cpu: () => cpuOfTree(server.pid),
    createDatabase: (name) => createDatabase(server, name),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Dropped when it is closed, so that nothing is vacuumed in it while something else is measured. */
async function createDatabase(server, name) {
  const admin = new Database({ url: server.url('postgres'), name: 'bench', logger });
  await admin.query(`create database ${name}`);
  const url = server.url(name);
  const owner = new Database({ url, name: 'bench', logger, searchPath: SEARCH_PATH, patient: true });
  await migrate(owner);
  await addSomebody(owner);
  return {
    url,
    logger,
    owner,
    async close() {
      await owner.close();
      await admin.query(`drop database ${name}`);
      await admin.close();
    },
  };
}
