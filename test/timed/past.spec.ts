import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '#libs/platform';
import { fillLog } from '../drill/fill-log.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { endProcesses, startProcess, type Running } from '../support/processes.js';
import { until } from '../support/until.js';
import { ask } from '../support/somebody.mjs';
import { millisecondsOf, quickestOf, ratio } from './measure.js';

const TODOS = 5_000;
const TRIES = 5;

describe('a list of 5,000 to-dos, each changed five times', () => {
  let test: TestDatabase;
  let owner: Database;
  let web: Running;
  let list: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    owner = openDatabase(test.url);
    list = await fillLog(owner, { todos: TODOS, renames: 4 });
    // As they are built: what Jest runs is slower.
    [web] = await Promise.all([
      startProcess('web', test.url, { WEB_CONCURRENCY: '1' }),
      startProcess('worker', test.url),
    ]);
    await until(async () => (await read(`/lists/${list}`)).includes(`${TODOS} to do`));
    // A row that was changed within the last second before a moment does not count as unchanged since.
    await until(async () => (await owner.query(UNCHANGED_FOR_A_SECOND)).length === 0);
  });
  afterAll(async () => {
    await endProcesses();
    await owner.close();
    await test.drop();
  });

  const UNCHANGED_FOR_A_SECOND = `select from events where recorded_at > clock_timestamp() - interval '2 s' limit 1`;

  async function read(path: string): Promise<string> {
    const answer = await ask(web.url, path, { headers: { accept: 'text/html' } });
    return answer.ok ? await answer.text() : '';
  }

  /** After that event of each to-do. */
  async function momentAfter(version: number): Promise<string> {
    const [row] = await owner.query<{ moment: Date }>(
      'select max(recorded_at) as moment from events where version <= $1',
      [version],
    );
    return `/lists/${list}?asOf=${row?.moment.toISOString()}`;
  }

  it('is shown several times as quickly as of when nothing has changed since', async () => {
    const [now, then] = [`/lists/${list}?asOf=${new Date().toISOString()}`, await momentAfter(4)];
    for (const path of [now, then]) expect(await read(path)).toContain(`${TODOS} to do`);
    const times = await quickestOf(
      TRIES,
      () => read(now),
      () => read(then),
    );
    expect(ratio('As of a moment since which nothing has changed', times)).toBeLessThan(0.6);
  });

  it('is shown as it was to ten people at once, and others wait little longer than for one of them', async () => {
    const path = await momentAfter(4);
    const alone = Math.min(await millisecondsOf(() => read(path)), await millisecondsOf(() => read(path)));
    const waits: number[] = [];
    let isDone = false;
    const ten = Promise.all(Array.from({ length: 10 }, () => read(path))).finally(() => (isDone = true));
    while (!isDone) waits.push(await millisecondsOf(() => read(`/lists/${list}`)));
    for (const html of await ten) expect(html).toContain(`${TODOS} to do`);
    const p95 = waits.toSorted((one, other) => one - other)[Math.floor(0.95 * waits.length)] ?? Infinity;
    expect(waits.length).toBeGreaterThan(10);
    expect(ratio('An ordinary page beside ten of the past (p95)', [p95, alone])).toBeLessThan(3);
  });
});
