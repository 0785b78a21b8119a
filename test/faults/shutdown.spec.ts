import { once } from 'node:events';
import { createServer } from 'node:net';
import { get, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  childrenOf,
  endProcess,
  endProcesses,
  failToStart,
  isAnswering,
  startProcess,
} from '../support/processes.js';
import { RawClient } from '../support/raw-client.js';
import { until } from '../support/until.js';
import { ask, SIGNED_IN, WORKSPACE_PATH } from '../support/somebody.mjs';

describe('at SIGTERM', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterEach(endProcesses);
  afterAll(() => test.drop());

  it.each(['1', '2'])('%s web process(es) answer what is running, and end with code 0', async (count) => {
    const web = await startProcess('web', test.url, { WEB_CONCURRENCY: count });
    // Waits a second for what no worker folds.
    const { answer: answering } = await request(web.url + WORKSPACE_PATH + (await seenAfterPost(web.url)));
    const ended = endProcess(web);
    const answer = await answering;
    expect(answer.statusCode).toBe(200);
    expect(await text(answer)).toContain('Still catching up');
    expect(await ended).toBe(0);
  });

  it('what comes on an open connection meanwhile is answered whole', async () => {
    const web = await startProcess('web', test.url);
    const client = await RawClient.connect(web.url);
    const body = `commandId=${uuidv7()}&name=Late`;
    // The rest of the headers comes after the signal.
    client.send(
      `POST ${WORKSPACE_PATH}/lists HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\ncookie: ${SIGNED_IN.cookie}\r\n`,
    );
    await pause(300);
    const ended = endProcess(web);
    await until(async () => !(await isAnswering(`${web.url}/health`)));
    const type = 'content-type: application/x-www-form-urlencoded';
    client.send(`${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    const heard = await client.untilClosed();
    expect(heard).toContain('303 See Other');
    expect(heard).toContain('x-content-type-options');
    expect(await ended).toBe(0);
  });

  it('what comes on an idle connection just then is answered, and told to be the last', async () => {
    const web = await startProcess('web', test.url);
    const client = await RawClient.connect(web.url);
    const request = 'GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n';
    client.send(request);
    await until(() => client.heard.includes('200 OK'));
    const ended = endProcess(web);
    await pause(200);
    client.send(request);
    const heard = await client.untilClosed();
    expect(heard.match(/200 OK/g)).toHaveLength(2);
    expect(heard).toMatch(/connection: close/i);
    expect(await ended).toBe(0);
  });

  it('a client that never finishes what it sends does not hold them for ever', async () => {
    const web = await startProcess('web', test.url);
    const client = await RawClient.connect(web.url);
    client.send('POST /lists HTTP/1.1\r\nhost: localhost\r\n');
    await pause(300);
    expect(await endProcess(web)).toBe(0);
    client.close();
  });

  it('a worker ends with code 0', async () => {
    expect(await endProcess(await startProcess('worker', test.url))).toBe(0);
  });
});

/** Resolves, with a promise of the answer, when the server has begun to handle the request: it says "go on" then. */
async function request(url: string): Promise<{ answer: Promise<IncomingMessage> }> {
  const asked = get(url, { headers: { ...SIGNED_IN, accept: 'text/html', expect: '100-continue' } });
  const answered = once(asked, 'response');
  await once(asked, 'continue');
  return { answer: answered.then(([answer]) => answer) };
}

/** Makes a list; answers the query that asks for a page that shows it. */
async function seenAfterPost(url: string): Promise<string> {
  const body = new URLSearchParams({ commandId: uuidv7(), name: 'Home' });
  const headers = { 'sec-fetch-site': 'same-origin' };
  const answer = await ask(url, '/lists', { method: 'POST', redirect: 'manual', headers, body });
  return new URL(answer.headers.get('location') ?? '', url).search;
}

describe('several web processes on one port', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterEach(endProcesses);
  afterAll(() => test.drop());

  it('tell the metrics of all, and the details of their health, where not everybody asks', async () => {
    const web = await startProcess('web', test.url, { WEB_CONCURRENCY: '2' });
    for (let request = 0; request < 20; request += 1) {
      await ask(web.url, '/trash', { headers: { connection: 'close' } });
    }
    const text = await (await fetch(`${web.internalUrl}/metrics`)).text();
    expect(text).toMatch(
      /garbanzo_http_request_duration_seconds_count\{method="GET",route="\/w\/:workspaceId\/trash",status="200"\} 20\n/,
    );
    const health = await (await fetch(`${web.internalUrl}/health/ready`)).json();
    expect(health).toMatchObject({ status: 'ok', details: { database: { status: 'up' } } });
    expect((await fetch(`${web.url}/metrics`)).status).toBe(404);
    expect(await (await fetch(`${web.url}/health/ready`)).json()).toEqual({ status: 'ok' });
  });

  it('tell it to many at once, without a warning', async () => {
    const web = await startProcess('web', test.url, { WEB_CONCURRENCY: '2' }, 'pipe');
    let said = '';
    web.child.stderr?.on('data', (chunk) => (said += String(chunk)));
    const paths = ['/metrics', '/health/ready'];
    const asked = Array.from({ length: 40 }, (_, nth) => fetch(`${web.internalUrl}${paths[nth % 2]}`));
    const answers = await Promise.all(asked);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await endProcess(web)).toBe(0);
    expect(said).not.toContain('MaxListenersExceededWarning');
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
    ['web', '1', 'PORT'],
    ['web', '2', 'PORT'],
    ['web', '1', 'INTERNAL_PORT'],
    ['web', '2', 'INTERNAL_PORT'],
    ['worker', '1', 'INTERNAL_PORT'],
  ])('%s (processes: %s; %s) says so in one line and ends with code 2', async (name, count, variable) => {
    const server = createServer().listen(0, '0.0.0.0');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    // Nothing is asked of the database before the port is listened on, so none need be there.
    const { code, said } = await failToStart(name, {
      DATABASE_URL: 'postgresql://localhost/none',
      PORT: '0',
      INTERNAL_PORT: '0',
      [variable]: port,
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
