import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '#libs/platform';
import { TODO_LISTS } from '#libs/read-model';
import { Invariants } from '../invariants/invariants.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { LISTENERS, LOSE_NOTIFICATIONS } from '../support/notifications.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { todosOn, Visitor } from '../support/visitor.js';

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
  /** With nobody to wake it, the worker finds by looking for itself what there is. */
  const untilShown = (title: string) => until(async () => (await titles()).includes(title));
  const counted = async () => {
    const [total] = await owner.query<{ open: number }>('select open from list_totals where list_id = $1', [
      home,
    ]);
    return total?.open;
  };

  /** Those that no worker has done. */
  const jobs = async () => (await owner.query(`select from pgboss.job where state < 'completed'`)).length;

  it('that comes is heeded, by one of two workers', async () => {
    const { html } = await visitor.submit(`/lists/${home}/todos`, { title: 'Woken' });
    expect(todosOn(html).map(({ title }) => title)).toContain('Woken');
    expect(html).not.toContain('Still catching up');
  });

  it('is heeded as a job alone, and as a notification alone', async () => {
    await owner.query(LOSE_NOTIFICATIONS);
    const byJob = await visitor.submit(`/lists/${home}/todos`, { title: 'By a job' });
    expect(todosOn(byJob.html).map(({ title }) => title)).toContain('By a job');
    await until(async () => (await owner.query(LISTENERS)).length === workers.length);
    await interfere('return null;');
    const byNotification = await visitor.submit(`/lists/${home}/todos`, { title: 'By a notification' });
    expect(todosOn(byNotification.html).map(({ title }) => title)).toContain('By a notification');
  });

  it('that is lost costs a moment and nothing else', async () => {
    await interfere('return null;');
    await owner.query(LOSE_NOTIFICATIONS);
    await visitor.post(`/lists/${home}/todos`, { title: 'Unheard' });
    await untilShown('Unheard');
    expect(await counted()).toBe((await titles()).length);
  });

  it('whose notification is dropped costs a moment and nothing else', async () => {
    await interfere(`new.start_after := now() + interval '1 hour'; return new;`);
    await owner.query(LOSE_NOTIFICATIONS);
    await visitor.post(`/lists/${home}/todos`, { title: 'Whispered' });
    await untilShown('Whispered');
    expect(await jobs()).toBeGreaterThan(0);
    await owner.query('delete from pgboss.job');
  });

  it('that comes again and again, for every shard, changes nothing', async () => {
    const before = await counted();
    const projected = `${TODO_LISTS.name} ${TODO_LISTS.version} 1 1`;
    await visitor.submit(`/lists/${home}/todos`, { title: 'Once' });
    for (let round = 0; round < 5; round += 1) {
      await owner.query(`
        insert into pgboss.job (name, data, singleton_key, policy)
        select 'wake-ups', jsonb_build_object('shard', shard), shard::text, 'stately' from generate_series(0, 63) shard
        on conflict do nothing`);
      await owner.query('select pg_notify($1, $2)', ['garbanzo_projected', projected]);
    }
    await until(async () => (await jobs()) === 0);
    expect((await titles()).filter((title) => title === 'Once')).toHaveLength(1);
    expect(await counted()).toBe((before ?? 0) + 1);
  });

  it('of whatever kind has left the tables as the log says', async () => {
    const invariants = new Invariants(test.url);
    expect(await invariants.atRest()).toEqual([]);
    await invariants.close();
  });
});
