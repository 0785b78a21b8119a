import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '#libs/platform';
import { Invariants } from '../invariants/invariants.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { todosOn, Visitor } from '../support/visitor.js';

/** The worker looks for itself once a second; this is what it may take when no wake-up reaches it. */
const WITHOUT_WAKE_UPS_MS = 3_000;

describe('a wake-up', () => {
  let test: TestDatabase;
  let owner: Database;
  let web: NestFastifyApplication;
  let workers: NestFastifyApplication[];
  let visitor: Visitor;
  let home: string;
  beforeAll(async () => {
    test = await createTestDatabase();
    owner = openDatabase(test.url);
    web = await startWeb(test.url);
    workers = await Promise.all([startWorker(test.url), startWorker(test.url)]);
    visitor = new Visitor(web);
    home = await visitor.createList('Home');
  });
  afterEach(() => owner.query('drop trigger if exists interfere on pgboss.job'));
  afterAll(async () => {
    await Promise.all([web.close(), ...workers.map((worker) => worker.close())]);
    await owner.close();
    await test.drop();
  });

  /** Does something to every job that is sent. */
  async function interfere(body: string): Promise<void> {
    await owner.query(`
      create or replace function interfere() returns trigger language plpgsql as $$ begin ${body} end $$`);
    await owner.query(
      `create trigger interfere before insert on pgboss.job for each row execute function interfere()`,
    );
  }

  const titles = async () => todosOn((await visitor.open(`/lists/${home}`)).text).map(({ title }) => title);
  /** Milliseconds until a title is on the page. */
  const shown = async (title: string) => {
    const begun = Date.now();
    await until(async () => (await titles()).includes(title));
    return Date.now() - begun;
  };
  const counted = async () => {
    const [total] = await owner.query<{ open: number }>('select open from list_totals where list_id = $1', [
      home,
    ]);
    return total?.open;
  };

  it('that comes is heeded at once, by one of two workers', async () => {
    const { html } = await visitor.submit(`/lists/${home}/todos`, { title: 'Woken' });
    expect(todosOn(html).map(({ title }) => title)).toContain('Woken');
    expect(html).not.toContain('Still catching up');
  });

  it('that is lost costs a moment and nothing else', async () => {
    await interfere('return null;');
    await visitor.post(`/lists/${home}/todos`, { title: 'Unheard' });
    expect(await shown('Unheard')).toBeLessThan(WITHOUT_WAKE_UPS_MS);
  });

  it('whose notification is dropped costs a moment and nothing else', async () => {
    await interfere(`new.start_after := now() + interval '1 hour'; return new;`);
    await visitor.post(`/lists/${home}/todos`, { title: 'Whispered' });
    expect(await shown('Whispered')).toBeLessThan(WITHOUT_WAKE_UPS_MS);
    await owner.query('delete from pgboss.job');
  });

  it('that comes again and again, for every shard, changes nothing', async () => {
    const before = await counted();
    await visitor.submit(`/lists/${home}/todos`, { title: 'Once' });
    for (let round = 0; round < 5; round += 1) {
      await owner.query(`
        insert into pgboss.job (name, data, singleton_key, policy)
        select 'wake-ups', jsonb_build_object('shard', shard), shard::text, 'stately' from generate_series(0, 63) shard
        on conflict do nothing`);
      await owner.query(`select pg_notify('garbanzo_projected', 'todo-lists 1 1 1')`);
    }
    await until(
      async () => (await owner.query(`select from pgboss.job where state < 'completed'`)).length === 0,
    );
    expect((await titles()).filter((title) => title === 'Once')).toHaveLength(1);
    expect(await counted()).toBe((before ?? 0) + 1);
  });

  it('of whatever kind has left the tables as the log says', async () => {
    const invariants = new Invariants(test.url);
    expect(await invariants.atRest()).toEqual([]);
    await invariants.close();
  });
});
