import { once } from 'node:events';
import { createServer } from 'node:net';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  childrenOf,
  endProcess,
  endProcesses,
  failToStart,
  isAnswering,
  startProcess,
} from '../support/processes.js';
import { until } from '../support/until.js';

describe('at SIGTERM', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterEach(endProcesses);
  afterAll(() => test.drop());

  it.each(['1', '2'])('%s web process(es) answer what is running, and end with code 0', async (count) => {
    const web = await startProcess('web', test.url, { WEB_CONCURRENCY: count });
    // Waits a second for a position that nothing will reach.
    const { answer: answering } = await request(`${web.url}/?seen=1:999999999`);
    const ended = endProcess(web);
    const answer = await answering;
    expect(answer.statusCode).toBe(200);
    expect(await text(answer)).toContain('Still catching up');
    expect(await ended).toBe(0);
  });

  it('a worker ends with code 0', async () => {
    expect(await endProcess(await startProcess('worker', test.url))).toBe(0);
  });
});

/** Resolves, with a promise of the answer, when the server has begun to handle the request: it says "go on" then. */
async function request(url: string): Promise<{ answer: Promise<IncomingMessage> }> {
  const asked = get(url, { headers: { accept: 'text/html', expect: '100-continue' } });
  const answered = once(asked, 'response');
  await once(asked, 'continue');
  return { answer: answered.then(([answer]) => answer) };
}

describe('several web processes on one port', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterEach(endProcesses);
  afterAll(() => test.drop());

  it('tell the metrics of all, whichever is asked', async () => {
    const web = await startProcess('web', test.url, { WEB_CONCURRENCY: '2' });
    for (let request = 0; request < 20; request += 1) {
      await fetch(`${web.url}/trash`, { headers: { connection: 'close' } });
    }
    const text = await (await fetch(`${web.url}/metrics`)).text();
    expect(text).toMatch(
      /garbanzo_http_request_duration_seconds_count\{method="GET",route="\/trash",status="200"\} 20\n/,
    );
  });

  it('are as many again when one is killed', async () => {
    const web = await startProcess('web', test.url, { WEB_CONCURRENCY: '2' });
    const pid = web.child.pid ?? 0;
    const children = () => childrenOf(pid);
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
