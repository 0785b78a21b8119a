import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { runStatements } from '../support/run-statements.js';
import { LOSE_NOTIFICATIONS } from '../support/notifications.js';
import { OwnServer } from '../support/own-server.js';
import { endProcess, endProcesses, startProcess, type Running } from '../support/processes.js';
import { until } from '../support/until.js';
import { ask } from '../support/somebody.mjs';
import { median, millisecondsOf } from './measure.js';

const TRIES = 5;
const HEADERS = { accept: 'text/html', 'sec-fetch-site': 'same-origin' };

/** What is promised about time (I11 of docs/promises.md), each beside something that takes its time on the same machine. */
describe('how soon', () => {
  let server: OwnServer;
  let web: Running;
  let workers: Running[];
  let list: string;
  beforeAll(async () => {
    server = await OwnServer.start();
  });
  beforeEach(async () => {
    [web, ...workers] = await Promise.all([
      startProcess('web', server.url),
      startProcess('worker', server.url),
      startProcess('worker', server.url),
    ]);
    list = (await post('/lists', { name: 'Home' })).split('?')[0] ?? '';
  });
  afterEach(endProcesses);
  afterAll(() => server.close());

  /** Again and again until it is done; answers where it leads to. */
  async function post(path: string, fields: Readonly<Record<string, string>>): Promise<string> {
    const body = new URLSearchParams({ commandId: crypto.randomUUID(), ...fields });
    let location: string | null | undefined;
    await until(async () => {
      const init = { method: 'POST', body, headers: HEADERS, redirect: 'manual' } as const;
      const answer = await ask(web.url, path, init).catch(() => undefined);
      location = answer?.status === 303 ? answer.headers.get('location') : undefined;
      return location !== undefined;
    });
    return location ?? '';
  }

  /** From the form to the page that shows it (milliseconds). */
  const untilVisible = (title: string) =>
    millisecondsOf(async () => {
      await post(`${list}/todos`, { title });
      await until(async () => (await (await ask(web.url, list)).text()).includes(title));
    });

  /** The same several times without wake-ups: the worker finds by itself what there is. */
  async function untilFound(): Promise<number[]> {
    await runStatements(
      server.url,
      `create function lose() returns trigger language plpgsql as 'begin return null; end'`,
      'create trigger lose before insert on pgboss.job for each row execute function lose()',
    );
    const times: number[] = [];
    for (let n = 0; n < TRIES; n += 1) {
      await runStatements(server.url, LOSE_NOTIFICATIONS);
      times.push(await untilVisible(`Found ${n}`));
    }
    await runStatements(server.url, 'drop function lose cascade');
    return times;
  }

  it('is what was written visible: sooner than a worker finds it that nobody has woken', async () => {
    const found = await untilFound();
    const woken: number[] = [];
    for (let n = 0; n < TRIES; n += 1) woken.push(await untilVisible(`Woken ${n}`));
    report('until what was written is visible', { woken: median(woken), found: median(found) });
    expect(median(woken)).toBeLessThan(median(found) / 2);
  });

  it('another worker is level when one is killed: as soon as it finds what nobody has told', async () => {
    const found = Math.max(...(await untilFound()));
    const times: number[] = [];
    for (const worker of workers.slice(1)) {
      const visible = untilVisible('Before the end');
      await endProcess(worker, 'SIGKILL');
      times.push(await visible, await untilVisible('After the end'));
    }
    report('until another worker is level', { killed: Math.max(...times), found });
    expect(Math.max(...times)).toBeLessThan(3 * found);
  });

  it('writes work when PostgreSQL was killed: about as soon as those of a client that does nothing else', async () => {
    const found = Math.max(...(await untilFound()));
    const back = server.killAndStart();
    const [plain, written] = await Promise.all([
      millisecondsOf(() => until(() => isAnswering(server.url))),
      millisecondsOf(() => post(`${list}/todos`, { title: 'After the fall' })),
    ]);
    const page = async () => (await ask(web.url, list)).text();
    const visible = await millisecondsOf(() => until(async () => (await page()).includes('After the fall')));
    await back;
    report('after a kill -9 of PostgreSQL', { plain, written, visible });
    expect(written).toBeLessThan(3 * plain);
    expect(visible).toBeLessThan(3 * (plain + found));
  });

  it('web and worker end: in less time than they take to start', async () => {
    for (const name of ['web', 'worker'] as const) {
      let process: Running | undefined;
      const start = await millisecondsOf(async () => (process = await startProcess(name, server.url)));
      const end = await millisecondsOf(async () => process && endProcess(process));
      report(name, { start, end });
      expect(end).toBeLessThan(start);
    }
  });
});

async function isAnswering(url: string): Promise<boolean> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('create temporary table written (id int)');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function report(what: string, times: Readonly<Record<string, number>>): void {
  const each = Object.entries(times).map(([name, time]) => `${name} ${time.toFixed(0)} ms`);
  process.stderr.write(`${what}: ${each.join(', ')}\n`);
}
