import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isAlive } from '../../apps/local/src/process-identity.js';
import { freePort } from '../support/free-port.mjs';
import { garbanzo } from '../support/garbanzo.js';
import { childrenOf } from '../support/processes.js';
import { runStatements } from '../support/run-statements.js';
import { until } from '../support/until.js';
import { ask, setUp } from '../support/somebody.mjs';

const main = 'dist/apps/local/src/main.js';

describe('make start', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'garbanzo-start-'));
  let env: NodeJS.ProcessEnv;
  let url: string;
  let workerUrl: string;
  let system: ChildProcess;
  let output = '';

  beforeAll(async () => {
    const [port, workerPort, postgresPort] = [await freePort(), await freePort(), await freePort()];
    const { PATH } = process.env;
    env = {
      PATH,
      GARBANZO_DATA_DIR: dataDir,
      PORT: String(port),
      INTERNAL_PORT: String(workerPort - 1),
      GARBANZO_POSTGRES_PORT: String(postgresPort),
    };
    url = `http://127.0.0.1:${port}`;
    workerUrl = `http://127.0.0.1:${workerPort}`;
    start();
    await until(() => output.includes('Garbanzo is ready'));
  });

  afterAll(async () => {
    if (system.exitCode === null && system.kill('SIGTERM')) await once(system, 'exit');
    rmSync(dataDir, { recursive: true, force: true });
  });

  function start(): void {
    output = '';
    system = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [system.stdout, system.stderr])
      stream?.on('data', (chunk) => (output += String(chunk)));
  }

  const isReady = async () =>
    (
      await Promise.all(
        [url, workerUrl].map((origin) => fetch(`${origin}/health/ready`).catch(() => undefined)),
      )
    ).every((answer) => answer?.ok);
  /** Not there for a moment while the server starts. */
  const postgresPid = () => {
    const file = join(dataDir, 'postgres/postmaster.pid');
    return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
  };
  const childRunning = (name: string) =>
    childrenOf(system.pid).find((pid) =>
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`/${name}.js`),
    ) ?? 0;

  it('serves the app, and says where', async () => {
    expect(output).toContain('Garbanzo is ready: http://localhost:');
    expect(await (await fetch(url)).text()).toContain('Nobody has an account here yet');
  });

  const owner = () => readFileSync(join(dataDir, 'database-url'), 'utf8');

  it('lets web and worker log in as themselves, and tells them nobody else’s secrets', async () => {
    expect(await garbanzo(['doctor'], { DATABASE_URL: owner(), ADDRESS: '127.0.0.1' })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nothing is wrong.'),
    });
    const logins = await runStatements(
      owner(),
      `select distinct regexp_replace(application_name, ' (web|worker).*', ' \\1') as name, usename as user
       from pg_stat_activity where application_name ~ '^garbanzo (web|worker)' order by 1`,
    );
    expect(logins).toEqual([
      { name: 'garbanzo web', user: 'garbanzo_web' },
      { name: 'garbanzo worker', user: 'garbanzo_worker' },
    ]);
    const [role] = await runStatements(
      owner(),
      'select rolsuper, current_user from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({ rolsuper: false, current_user: 'garbanzo_owner' });
    for (const [name, other] of [
      ['web', 'worker'],
      ['worker', 'web'],
    ] as const) {
      const environment = readFileSync(`/proc/${childRunning(name)}/environ`, 'utf8');
      expect(environment).toContain(`garbanzo_${name}:`);
      for (const secret of ['garbanzo_owner', `garbanzo_${other}:`])
        expect(environment).not.toContain(secret);
    }
  });

  it('runs PostgreSQL as somebody who has no rights but to its data', () => {
    const status = readFileSync(`/proc/${postgresPid()}/status`, 'utf8');
    expect(status).toMatch(/^CapPrm:\t0+\nCapEff:\t0+\nCapBnd:.*\nCapAmb:\t0+$/m);
    // Neither root nor nobody, whom other programs run as.
    expect(status).not.toMatch(/^Uid:.*\b(0|65534)\b/m);
    expect((statSync(join(dataDir, 'postgres.log')).mode & 0o777).toString(8)).toBe('600');
  });

  it('runs once in a folder', async () => {
    const second = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    second.stderr.on('data', (chunk) => said.push(String(chunk)));
    const [code] = await once(second, 'exit');
    expect(code).toBe(1);
    expect(said.join('')).toContain('Garbanzo is running here already: http://localhost:');
  });

  it.each(['web', 'worker'])('starts %s again when it is killed', async (name) => {
    const killed = childRunning(name);
    // To a process of number 0 a signal goes as one to the whole group, ourselves included.
    expect(killed).toBeGreaterThan(0);
    process.kill(killed, 'SIGKILL');
    await until(() => output.includes(`${name} has ended`));
    await until(() => ![0, killed].includes(childRunning(name)));
    await until(isReady);
    expect(isAlive(killed)).toBe(false);
  });

  it('starts PostgreSQL again when it is killed, and what was written is there', async () => {
    const body = new URLSearchParams({ commandId: crypto.randomUUID(), name: 'Kept' });
    const signedIn = await setUp(url);
    const headers = { ...signedIn, 'sec-fetch-site': 'same-origin' };
    expect((await ask(url, '/lists', { method: 'POST', body, headers, redirect: 'manual' })).status).toBe(
      303,
    );
    const killed = postgresPid();
    expect(killed).toBeGreaterThan(0);
    process.kill(killed, 'SIGKILL');
    await until(() => output.includes('PostgreSQL has ended'));
    await until(() => ![0, killed].includes(postgresPid()));
    await until(async () => (await (await ask(url, '/', { headers: signedIn })).text()).includes('Kept'));
    expect(isAlive(killed)).toBe(false);
  });

  it('takes over what a killed start has left behind', async () => {
    const [web, worker] = [childRunning('web'), childRunning('worker')];
    system.kill('SIGKILL');
    await until(() => !isAlive(web) && !isAlive(worker));
    start();
    await until(() => output.includes('Garbanzo is ready'));
    expect(output).toContain('left behind by a run that was killed');
  });

  it('ends everything at SIGTERM, with code 0', async () => {
    const pids = [...childrenOf(system.pid), postgresPid()];
    system.kill('SIGTERM');
    const [code] = await once(system, 'exit');
    expect(code).toBe(0);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(existsSync(join(dataDir, 'run.json'))).toBe(false);
    expect(existsSync(join(dataDir, 'postgres/postmaster.pid'))).toBe(false);
  });
});
