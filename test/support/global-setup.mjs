import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfChanged } from './build.mjs';
import { findClusters } from './clusters.mjs';
import { copyFolder } from './copy-folder.mjs';
import { endWithThisProcess } from './end-with-this-process.mjs';
import { freePort } from './free-port.mjs';
import { makeRunFolder, removeLeftovers } from './run-folder.mjs';

/** One PostgreSQL for the whole run, with a migrated database that each test file copies. */
export default async function setUp() {
  buildIfChanged();
  await removeLeftovers();
  const folder = makeRunFolder();
  process.env.TEST_SHARED_TMPDIR = tmpdir();
  process.env.TMPDIR = folder;
  process.env.TEST_CLUSTERS = await findClusters(folder);
  const server = await startServer(folder);
  endWithThisProcess(server.pid, folder);
  process.env.TEST_DATABASE_URL = server.url('postgres');
  globalThis.endTests = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
    process.env.TMPDIR = process.env.TEST_SHARED_TMPDIR;
  };
}

async function startServer(folder) {
  const { startPostgres } = await import('../../dist/apps/local/src/postgres/embedded-postgres.js');
  const dataDir = join(folder, 'data');
  copyFolder(join(process.env.TEST_CLUSTERS, 'migrated'), dataDir);
  return startPostgres({
    dataDir,
    logFile: join(folder, 'log'),
    port: await freePort(),
    password: 'test',
    // Nothing here has to survive a power cut.
    settings: { fsync: 'off', max_connections: 300 },
  });
}
