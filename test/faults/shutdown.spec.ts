import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { freePort } from '../support/free-port.js';
import { until } from '../support/until.js';

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
}

const running: ChildProcess[] = [];

/** Also when a test has failed halfway, so that none keeps the database. */
async function endAll(): Promise<void> {
  for (const child of running.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
}

/** Asks with a connection of its own: a kept one may lead to a process that is gone. */
async function isAnswering(url: string): Promise<boolean> {
  const answer = await fetch(url, { headers: { connection: 'close' } }).catch(() => undefined);
  return answer?.ok ?? false;
}

async function start(
  name: 'web' | 'worker',
  databaseUrl: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Running> {
  const port = String(await freePort());
  const own = { NODE_ENV: 'production', DATABASE_URL: databaseUrl, PORT: port, WORKER_PORT: port, ...env };
  const child = spawn(process.execPath, [`dist/apps/${name}/src/main.js`], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', ...own },
    stdio: 'ignore',
  });
  running.push(child);
  const url = `http://127.0.0.1:${port}`;
  await until(() => isAnswering(`${url}/health/ready`));
  return { child, url };
}

/** What a process that cannot start says on its error output, and its exit code. */
async function failToStart(name: string, env: NodeJS.ProcessEnv): Promise<{ code: unknown; said: string }> {
  const child = spawn(process.execPath, [`dist/apps/${name}/src/main.js`], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.push(child);
  let said = '';
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const [code]: unknown[] = await once(child, 'exit');
  return { code, said };
}

/** Ends a process; answers its exit code and how long it took (milliseconds). */
async function end({ child }: Running): Promise<{ code: unknown; ms: number }> {
  const begun = Date.now();
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const [code]: unknown[] = await ended;
  return { code, ms: Date.now() - begun };
}

describe('at SIGTERM', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterEach(endAll);
  afterAll(() => test.drop());

  it.each(['1', '2'])(
    '%s web process(es) answer what is running, and end with code 0 within two seconds',
    async (count) => {
      const web = await start('web', test.url, { WEB_CONCURRENCY: count });
      // Waits a second for a position that nothing will reach.
      const running = fetch(`${web.url}/?seen=1:999999999`);
      await pause(300);
      const ended = end(web);
      const answer = await running;
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('Still catching up');
      const { code, ms } = await ended;
      expect(code).toBe(0);
      expect(ms).toBeLessThan(2_000);
    },
  );

  it('a worker ends with code 0 within two seconds', async () => {
    const { code, ms } = await end(await start('worker', test.url));
    expect(code).toBe(0);
    expect(ms).toBeLessThan(2_000);
  });
});

describe('several web processes on one port', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterEach(endAll);
  afterAll(() => test.drop());

  it('tell the metrics of all, whichever is asked', async () => {
    const web = await start('web', test.url, { WEB_CONCURRENCY: '2' });
    for (let request = 0; request < 20; request += 1) {
      await fetch(`${web.url}/trash`, { headers: { connection: 'close' } });
    }
    const text = await (await fetch(`${web.url}/metrics`)).text();
    expect(text).toMatch(
      /garbanzo_http_request_duration_seconds_count\{method="GET",route="\/trash",status="200"\} 20\n/,
    );
  });

  it('are as many again when one is killed', async () => {
    const web = await start('web', test.url, { WEB_CONCURRENCY: '2' });
    const pid = web.child.pid ?? 0;
    const children = () =>
      execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
        .trim()
        .split('\n')
        .map(Number);
    const before = children();
    expect(before).toHaveLength(2);
    process.kill(before[0] ?? 0, 'SIGKILL');
    await until(() => children().length === 2 && !children().includes(before[0] ?? 0));
    await until(() => isAnswering(`${web.url}/health`));
  });
});

describe('on a port that is taken', () => {
  it.each([
    ['web', '1'],
    ['web', '2'],
    ['worker', '1'],
  ])('%s (processes: %s) says so in one line and ends with code 2', async (name, count) => {
    const server = createServer().listen(0, '0.0.0.0');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    // Nothing is asked of the database before the port is listened on, so none need be there.
    const { code, said } = await failToStart(name, {
      DATABASE_URL: 'postgresql://localhost/none',
      PORT: port,
      WORKER_PORT: port,
      WEB_CONCURRENCY: count,
    });
    server.close();
    expect(code).toBe(2);
    expect(said).toContain(`Port ${port} is taken`);
    expect(said).not.toContain('    at ');
  });
});

describe('without a usable configuration', () => {
  it.each(['web', 'worker'])('%s says what is wrong and ends with code 2', async (name) => {
    const { code, said } = await failToStart(name, { PORT: 'http', LOG_LEVEL: 'loud' });
    expect(code).toBe(2);
    for (const variable of ['DATABASE_URL', 'PORT', 'LOG_LEVEL']) expect(said).toContain(variable);
    expect(said).not.toContain('    at ');
  });
});
