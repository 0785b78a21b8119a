import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { entriesOn } from '../support/history-page.js';
import { openDatabase } from '../support/log.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { todosOn, Visitor } from '../support/visitor.js';
import { quickestOf, ratio } from './measure.js';

const TRIES = 20;

/**
 * A list that had so many to-dos added on 10 January, each renamed on the nine days that followed. Set-based and as the
 * owner, who alone can write other times than now.
 */
async function fill(url: string, listId: string, todos: number): Promise<void> {
  const owner = openDatabase(url);
  await owner.query(
    `insert into events (shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
                         correlation_id, causation_id, data, recorded_at)
     select w.shard, e.stream_id, e.version, e.type, 1, w.id, w.id, uuidv7(), w.id, w.id, e.data,
            timestamptz '2026-01-09 12:00Z' + e.day * interval '1 day'
     from workspaces w cross join (
       select 0 as day, 0 as n, $1::text::uuid as stream_id, 1 as version, 'ListCreated' as type,
              jsonb_build_object('name', 'Long') as data
       union all
       select day, n, md5($1::text || n)::uuid, day,
              case day when 1 then 'TodoAdded' else 'TodoRenamed' end,
              jsonb_build_object('title', 'To-do ' || n || ', day ' || day, 'listId', $1::text,
                                 'order', to_char(n, 'FM000000'))
       from generate_series(1, $2::int) n, generate_series(1, 10) day
     ) e order by e.day, e.n`,
    [listId, todos],
  );
  await owner.close();
}

describe('what is asked of the log', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  let visitor: Visitor;
  let owner: Database;
  const [short, long, longer] = [uuidv7(), uuidv7(), uuidv7()];
  beforeAll(async () => {
    test = await createTestDatabase();
    owner = openDatabase(test.url);
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
    await askOften(await visitor.createList('Nearly empty'));
    await fill(test.url, short, 10);
    await fill(test.url, long, 1_000);
    await fill(test.url, longer, 10_000);
    await until(async () => (await behind()) === 0);
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close(), owner.close()]);
    await test.drop();
  });

  /** Projections that the worker, which is in this process, is still at. There is one shard only. */
  async function behind(): Promise<number> {
    const rows = await owner.query(`
      select from generations g where not exists (
        select from checkpoints c where c.generation = g.id and c.position = (select max(position) from events))`);
    return rows.length;
  }

  /** So often that PostgreSQL keeps the plans, which it made while there was next to nothing. */
  async function askOften(list: string): Promise<void> {
    for (let n = 0; n < 10; n += 1) {
      await visitor.open(`/lists/${list}/history`);
      await visitor.open(`/lists/${list}?asOf=${new Date().toISOString()}`);
    }
  }

  const page = (path: string) => () => visitor.open(path);

  it('tells how a list of 10,000 events was on a past day in a few times what reading them takes', async () => {
    for (const [day, shown] of [
      ['2026-01-19T13:00', 'To-do 1, day 10'],
      ['2026-01-14T13:00', 'To-do 1, day 5'],
    ] as const) {
      const path = `/lists/${long}?asOf=${day}`;
      const todos = todosOn((await visitor.open(path)).text);
      expect(todos).toHaveLength(100);
      expect(todos[0]?.title).toBe(shown);
      const times = await quickestOf(TRIES, page(path), () => readEvents(long, day));
      expect(ratio(`A list of 10,000 events as of ${day}`, times)).toBeLessThan(5);
    }
  });

  it.each([
    ['at its end', () => Number.MAX_SAFE_INTEGER],
    ['in its middle', () => positionIn(longer, 5_000)],
    ['at its beginning', () => positionIn(longer, 50)],
  ])('tells %s what happened in a list of 100,000 events as quickly as in a short one', async (_, at) => {
    const before = await at();
    const path = `/lists/${longer}/history?before=${before}`;
    expect(entriesOn((await visitor.open(path)).text).length).toBeGreaterThanOrEqual(50);
    const times = await quickestOf(TRIES, page(path), page(`/lists/${short}/history`));
    expect(ratio(`History of a list of 100,000 events before ${before}`, times)).toBeLessThan(8);
  });

  it('tells as quickly what happened in a list of 10,000 events, behind 100,000 of another one', async () => {
    const path = `/lists/${long}/history`;
    expect(entriesOn((await visitor.open(path)).text)).toHaveLength(100);
    const times = await quickestOf(TRIES, page(path), page(`/lists/${short}/history`));
    expect(ratio('History of a list of 10,000 events', times)).toBeLessThan(8);
  });

  /** The events that the page has to fold, plainly: by the ids that `fill` gave to the to-dos. */
  async function readEvents(listId: string, until: string): Promise<void> {
    await owner.query(
      `select e.* from (select $1::text::uuid as id union all
                        select md5($1::text || n)::uuid from generate_series(1, 1000) n) streams
       join events e on e.shard = (select shard from workspaces limit 1) and e.stream_id = streams.id
       where e.recorded_at <= $2::timestamp at time zone 'UTC'`,
      [listId, until],
    );
  }

  /** Of the nth event of a list's stretch of the log. */
  async function positionIn(listId: string, nth: number): Promise<number> {
    const [created] = await owner.query<{ position: number }>(
      'select position from events where stream_id = $1 and version = 1',
      [listId],
    );
    return (created?.position ?? 0) + nth;
  }
});
