import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePortFrom } from '../../dist/apps/local/src/ports.js';
import { startPostgres } from '../../dist/apps/local/src/postgres/embedded-postgres.js';
import { createLogger, Database } from '../../dist/libs/platform/src/index.js';
import { SEARCH_PATH } from '../../dist/libs/read-model/src/index.js';
import { migrate } from '../../dist/migrations/index.js';
import { endWithThisProcess } from '../support/end-with-this-process.mjs';
import { cpuOf } from './cpu.mjs';
import { memoryOf } from './memory.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const logger = createLogger('bench', { logLevel: 'error', production: true });
// Below the ports that the system gives to connections, or one of them might take it before the process does.
let port = 20_000 + Math.floor(Math.random() * 10_000);

/** A PostgreSQL of our own with its usual settings: `fsync` is on. */
export async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), 'garbanzo-bench-'));
  const files = { dataDir: join(folder, 'data'), logFile: join(folder, 'log') };
  const settings = { max_connections: 200 };
  const server = await startPostgres({ ...files, port: await nextPort(), password: 'bench', settings });
  endWithThisProcess(server.pid, folder);
  return {
    pid: server.pid,
    createDatabase: (name) => createDatabase(server, name),
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function createDatabase(server, name) {
  const admin = new Database({ url: server.url('postgres'), name: 'bench', logger });
  await admin.query(`create database ${name}`);
  await admin.close();
  const url = server.url(name);
  const owner = new Database({ url, name: 'bench', logger, searchPath: SEARCH_PATH, patient: true });
  await migrate(owner);
  return { url, logger, owner, close: () => owner.close() };
}

/** A process that serves HTTP, of this build or of the one in another folder; answers once it is ready. */
export async function startProcess(script, databaseUrl, folder = root) {
  const ownPort = String(await nextPort());
  const internalPort = String(await nextPort());
  const own = { DATABASE_URL: databaseUrl, PORT: ownPort, INTERNAL_PORT: internalPort };
  const production = { NODE_ENV: 'production', WEB_CONCURRENCY: '1', LOG_LEVEL: 'warn' };
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const env = { ...process.env, PATH, ...production, ...own };
  const [program, ...args] = commandOf(join(folder, script));
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'], env });
  endWithThisProcess(child.pid);
  const url = `http://127.0.0.1:${ownPort}`;
  const isWorker = script.includes('/worker');
  while (!(await isReady(isWorker ? `http://127.0.0.1:${internalPort}` : url))) {
    if (child.exitCode !== null) throw new Error(`${script} did not start`);
    await pause(20);
  }
  return {
    url,
    pid: child.pid,
    readyAfterCpuMs: cpuOf(child.pid),
    memory: () => memoryOf(child.pid),
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** A bundle is run by its first line, which has the options of Node. */
const commandOf = (path) => (path.includes('/dist/bundle/') ? [path] : [process.execPath, path]);

async function nextPort() {
  port = await freePortFrom(port + 1);
  return port;
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}
