import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '#libs/platform';
import { LongReads } from '../../libs/queries/src/history/long-reads.js';
import { fillLog } from '../drill/fill-log.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { entriesOn } from '../support/history-page.js';
import { openDatabase } from '../support/log.js';
import { writePast } from '../support/past.js';
import { endProcesses, startProcess, type Running } from '../support/processes.js';
import { startWeb } from '../support/running-app.js';
import { until } from '../support/until.js';
import { todosOn, Visitor } from '../support/visitor.js';
import { ask } from '../support/somebody.mjs';

/** For the heap of web, in MiB. What ten people at once ask about has several times as much. */
const HEAP = 64;

const TODOS = 3_000;
const CHANGES = 12_000;

describe('a past that is longer than memory', () => {
  let test: TestDatabase;
  let owner: Database;
  let web: Running;
  let list: string;
  const [busyList, busyTodo] = [uuidv7(), uuidv7()];
  let created: Date;
  beforeAll(async () => {
    test = await createTestDatabase();
    owner = openDatabase(test.url);
    list = await fillLog(owner, { todos: TODOS, renames: 5 });
    [{ created } = { created: new Date() }] = await owner.query<{ created: Date }>(
      `select max(recorded_at) as created from events where version <= 5`,
    );
    await writePast(test.url, busyPast());
    const options = `--max-old-space-size=${HEAP}`;
    [web] = await Promise.all([
      startProcess('web', test.url, { NODE_OPTIONS: options, WEB_CONCURRENCY: '1' }),
      startProcess('worker', test.url),
    ]);
    await until(async () => (await caughtUp()) === 2);
  });
  afterAll(async () => {
    await endProcesses();
    await owner.close();
    await test.drop();
  });

  /** A to-do that is completed and reopened all the time. */
  function busyPast() {
    const at = '2026-01-01T00:00Z';
    const changes = Array.from({ length: CHANGES }, (_, n) => ({
      streamId: busyTodo,
      type: n % 2 === 0 ? 'TodoCompleted' : 'TodoReopened',
      at,
    }));
    return [
      { streamId: busyList, type: 'ListCreated', data: { name: 'Busy' }, at },
      { streamId: busyTodo, type: 'TodoAdded', data: { listId: busyList, title: 'Milk', order: 'a0' }, at },
      ...changes,
    ];
  }

  /** How many of the lists are in the tables with all that has happened to them. */
  async function caughtUp(): Promise<number> {
    const rows = await owner.query(
      `select from todos where id = $1 and version = $2 union all
       select from list_totals where list_id = $3 and open = $4`,
      [busyTodo, CHANGES + 1, list, TODOS],
    );
    return rows.length;
  }

  async function read(path: string): Promise<string> {
    const answer = await ask(web.url, path, { headers: { accept: 'text/html' } });
    // On a busy machine some may be told to come back.
    if (answer.status === 503) return await read(path);
    expect(answer.status).toBe(200);
    return await answer.text();
  }

  const tenTimes = (path: string) => Promise.all(Array.from({ length: 10 }, () => read(path)));

  it('is shown as of a moment to ten people at once', async () => {
    for (const html of await tenTimes(`/lists/${list}?asOf=${created.toISOString()}`)) {
      expect(html).toContain(`${TODOS} to do`);
      expect(todosOn(html)).toHaveLength(100);
    }
  });

  it('is told to ten people at once, of a to-do and of its list', async () => {
    for (const path of [`/todos/${busyTodo}/history`, `/lists/${busyList}/history`]) {
      for (const html of await tenTimes(path)) expect(entriesOn(html)).toHaveLength(100);
    }
  });
});

describe('when more people ask about the past than can be answered', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startWeb(test.url);
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  it('the next one is told so, and to come back', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const reads = web.get(LongReads, { strict: false });
    const running = Array.from({ length: 52 }, () => reads.run(() => promise));
    const { status, headers, text } = await new Visitor(web).open(`/todos/${await aTodo()}/history`);
    resolve();
    await Promise.all(running);
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('5');
    expect(text).toContain('Many people are looking at the past just now');
    expect(text).toContain('Reload');
  });

  /** In the tables only, which is all that its page needs until it comes to the past. */
  async function aTodo(): Promise<string> {
    const owner = openDatabase(test.url);
    const [todo] = await owner.query<{ id: string }>(
      `insert into todos (id, workspace_id, list_id, former_list_ids, title, sort_order, created_at, version,
                          position, changed_at, priority, note, note_version, label_ids, occurrences_over,
                          checklist, item_count, ticked_count)
       select uuidv7(), id, uuidv7(), '{}', 'Milk', 'a0', now(), 1, 1, now(), 'none', '', 0, '{}', 0, '[]', 0, 0 from workspaces limit 1 returning id`,
    );
    await owner.close();
    return todo?.id ?? '';
  }
});
