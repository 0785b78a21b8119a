import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startPostgres } from '../../apps/local/src/postgres/embedded-postgres.js';
import { freePort } from '../support/free-port.mjs';
import { garbanzo } from '../support/garbanzo.js';
import { anAppend, openLog } from '../support/log.js';
import { another, runStatements } from '../support/run-statements.js';
import { until } from '../support/until.js';
import { ask, setUp } from '../support/somebody.mjs';

const NOBODY = 65_534;

describe('make start on what version 0.1.0 has left', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'garbanzo-old-'));
  let port: string;
  let system: ChildProcess | undefined;
  let output = '';

  beforeAll(async () => {
    port = String(await freePort());
    await makeOldData();
    const { PATH } = process.env;
    const [internalPort, postgresPort] = [String(await freePort()), String(await freePort())];
    system = spawn(process.execPath, ['dist/apps/local/src/main.js'], {
      env: {
        PATH,
        GARBANZO_DATA_DIR: dataDir,
        PORT: port,
        INTERNAL_PORT: internalPort,
        GARBANZO_POSTGRES_PORT: postgresPort,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [system.stdout, system.stderr])
      stream?.on('data', (chunk) => (output += String(chunk)));
    await until(() => output.includes('Garbanzo is ready'), 40_000);
  }, 90_000);

  afterAll(async () => {
    if (system?.exitCode === null && system.kill('SIGTERM')) await once(system, 'exit');
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** One user did everything, and was a superuser; below root, all files were those of nobody. */
  async function makeOldData(): Promise<void> {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(join(dataDir, 'postgres-password'), 'old', { mode: 0o600 });
    const server = await startPostgres({
      dataDir: join(dataDir, 'postgres'),
      logFile: join(dataDir, 'postgres.log'),
      port: await freePort(),
      password: 'old',
    });
    await runStatements(server.url('postgres'), 'create database garbanzo');
    await garbanzo(['migrate'], { DATABASE_URL: server.url('garbanzo') });
    const log = openLog(server.url('garbanzo'));
    await log.appender.append(
      anAppend({ events: [{ type: 'ListCreated', schemaVersion: 1, data: { name: 'Old' } }] }),
    );
    await log.close();
    await server.stop();
    if (process.getuid?.() === 0) {
      for (const name of ['postgres', 'postgres.log']) {
        spawnSync('chown', ['-R', `${NOBODY}:${NOBODY}`, join(dataDir, name)]);
      }
    }
  }

  it('shows what is there, and goes on with it', async () => {
    const url = `http://127.0.0.1:${port}`;
    const signedIn = await setUp(url);
    const page = async () => (await ask(url, '/', { headers: signedIn })).text();
    await until(async () => (await page()).includes('Old'));
    const body = new URLSearchParams({ commandId: crypto.randomUUID(), name: 'New' });
    const headers = { ...signedIn, 'sec-fetch-site': 'same-origin' };
    const answer = await ask(url, '/lists', { method: 'POST', body, headers, redirect: 'manual' });
    expect(answer.status).toBe(303);
    await until(async () => (await page()).includes('New'));
  });

  it('takes it from nobody', () => {
    expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(NOBODY);
    expect(statSync(join(dataDir, 'postgres.log')).uid).not.toBe(NOBODY);
  });

  it('gives it to an owner who is no superuser, and nothing of it stays with the old one', async () => {
    const owner = readFileSync(join(dataDir, 'database-url'), 'utf8');
    expect(await garbanzo(['doctor'], { DATABASE_URL: owner })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing is wrong.'),
    });
    const superuser = another(owner, 'garbanzo', { name: 'garbanzo', password: 'old' });
    const left = await runStatements(
      superuser,
      `select c.oid::regclass::text as thing from pg_class c join pg_namespace n on n.oid = relnamespace
       where relowner = 'garbanzo'::regrole and nspname !~ '^(pg_|information_schema)'
       union all select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = pronamespace
       where proowner = 'garbanzo'::regrole and nspname !~ '^(pg_|information_schema)'
       union all select t.oid::regtype::text from pg_type t join pg_namespace n on n.oid = typnamespace
       where typowner = 'garbanzo'::regrole and nspname !~ '^(pg_|information_schema)'
       union all select nspname from pg_namespace
       where nspowner = 'garbanzo'::regrole and nspname !~ '^(pg_|information_schema)'
       union all select datname from pg_database where datname = 'garbanzo' and datdba = 'garbanzo'::regrole`,
    );
    expect(left).toEqual([]);
  });

  it('can still be replayed, verified, and erased from, as that owner', async () => {
    const env = { DATABASE_URL_FILE: join(dataDir, 'database-url') };
    for (const command of [['replay'], ['verify'], ['status'], ['migrate']]) {
      expect(await garbanzo(command, env)).toMatchObject({ code: 0 });
    }
    const erased = await garbanzo(
      ['erase', 'workspace', '00000000-0000-7000-8000-000000000001', '--yes'],
      env,
    );
    expect(erased).toMatchObject({ code: 0, stdout: expect.stringContaining('Erased 2 events') });
  }, 60_000);
});
