import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '#libs/platform';
import { compareClocks } from '../../apps/admin/src/doctor/checks/clock.js';
import { judgeServer } from '../../apps/admin/src/doctor/checks/server.js';
import { runChecks, type Examined } from '../../apps/admin/src/doctor/examine.js';
import { garbanzo } from '../support/garbanzo.js';
import { openDatabase } from '../support/log.js';
import { OwnServer } from '../support/own-server.js';
import { another, runStatements } from '../support/run-statements.js';

/** Somebody who may create roles and databases, and is no superuser. */
const PLAIN = { name: 'plain', password: 'p' };

describe('garbanzo doctor', () => {
  let server: OwnServer;
  let url: string;
  beforeAll(async () => {
    server = await OwnServer.startEmpty();
    url = another(server.url, 'home', PLAIN);
    await runStatements(server.url, `create role plain login password 'p' createrole createdb`);
    await runStatements(another(server.url, 'postgres', PLAIN), 'create database home');
    for (const command of ['migrate', 'replay']) await garbanzo([command], { DATABASE_URL: url });
  }, 60_000);
  afterAll(() => server.close());

  /** With the rights of a superuser. */
  const asAdministrator = (...statements: string[]) =>
    runStatements(another(server.url, 'home'), ...statements);

  async function withOwner<Result>(work: (owner: Database) => Promise<Result>): Promise<Result> {
    const owner = openDatabase(url);
    try {
      return await work(owner);
    } finally {
      await owner.close();
    }
  }

  const faults = async (): Promise<readonly Omit<Examined, 'verdict'>[]> =>
    (await withOwner(runChecks))
      .filter(({ verdict }) => verdict !== 'well')
      .map(({ check, text, remedy = '' }) => ({ check, text, remedy }));

  describe('of a database that is well', () => {
    it('says so, line by line, and exits with 0', async () => {
      const { code, stdout, stderr } = await garbanzo(['doctor'], { DATABASE_URL: url });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^✓ configuration {2}is complete\n(✓ .*\n){12}\nNothing is wrong\.\n$/);
    });

    it('tells scripts as well', async () => {
      const { stdout } = await garbanzo(['doctor', '--json'], { DATABASE_URL: url });
      const findings: unknown = JSON.parse(stdout);
      expect(findings).toContainEqual({
        check: 'triggers',
        verdict: 'well',
        text: 'refuse every change of an event',
      });
    });
  });

  describe('finds what is wrong, and what it says mends it:', () => {
    // What a case has left wrong would be found by the next.
    afterEach(async () => expect(await faults()).toEqual([]));

    it.each([
      ['alter role garbanzo_web superuser', 'roles', 'let garbanzo_web do more than it is for'],
      ['revoke garbanzo_worker from plain', 'roles', 'do not let plain take garbanzo_worker'],
      ['grant update on events to garbanzo_web', 'rights', 'let garbanzo_web update events'],
      ['grant update (data) on events to garbanzo_worker', 'rights', 'let garbanzo_worker update events'],
      ['grant delete on events to garbanzo_web', 'rights', 'let garbanzo_web delete events'],
      ['grant truncate on events to public', 'rights', 'let garbanzo_web truncate events'],
      ['grant insert on events to garbanzo_worker', 'rights', 'let garbanzo_worker insert events'],
      [
        'grant insert on events to garbanzo_web',
        'rights',
        'let garbanzo_web insert the position of an event',
      ],
      [
        'revoke insert (data) on events from garbanzo_web',
        'rights',
        'do not let garbanzo_web insert the data of an event',
      ],
      ['revoke select on events from garbanzo_worker', 'rights', 'do not let garbanzo_worker select events'],
      ['grant update on workspaces to garbanzo_web', 'rights', 'let garbanzo_web update workspaces'],
      [
        'grant update on sequence event_positions to garbanzo_web',
        'rights',
        'let garbanzo_web set positions',
      ],
      [
        'revoke usage on sequence event_positions from garbanzo_web',
        'rights',
        'do not let garbanzo_web draw positions',
      ],
      ['grant execute on function append_events to public', 'rights', 'let garbanzo_worker append'],
      [
        'alter table events disable trigger events_refuse_change',
        'triggers',
        'are not all on: events_refuse_change is off, and events can be changed',
      ],
      [
        'alter sequence event_positions cache 20',
        'positions',
        'are handed out in batches of 20 and steps of 1: a reader can miss events',
      ],
    ])('%s', async (fault, check, text) => {
      await asAdministrator(fault);
      const found = await faults();
      expect(found).toContainEqual({ check, text, remedy: expect.any(String) });
      for (const { remedy } of found) {
        await asAdministrator(...remedy.replace('as an administrator: ', '').split('; '));
      }
      // Some take a right from everybody, and with it from those who need it: then the next finding gives it back.
      for (const { remedy } of await faults()) await asAdministrator(remedy);
    });

    it.each([
      ['fsync', 'off', 'a power cut can destroy the database'],
      ['full_page_writes', 'off', 'a power cut can destroy the database'],
      ['synchronous_commit', 'off', 'a power cut can lose what people were told is saved'],
      ['default_transaction_isolation', 'serializable', 'nothing can be appended'],
    ])('%s = %s', async (name, value, otherwise) => {
      const set = (statement: string) => asAdministrator(statement, 'select pg_reload_conf()');
      await set(`alter system set ${name} = '${value}'`);
      const text = `say ${name} = ${value}: ${otherwise}`;
      const remedy = expect.stringContaining(`set ${name} = `);
      await expect(untilFaults(1)).resolves.toEqual([{ check: 'settings', text, remedy }]);
      await set(`alter system reset ${name}`);
      await untilFaults(0);
    });

    /** The server reads its settings again a moment after it was told to. */
    async function untilFaults(count: number) {
      for (let turn = 0; turn < 100; turn += 1) {
        const found = await faults();
        if (found.length === count) return found;
      }
      throw new Error(`There are not ${count} faults`);
    }

    it.each([
      [
        `insert into mikro_orm_migrations (name) values ('Migration2099')`,
        `delete from mikro_orm_migrations where name = 'Migration2099'`,
        'schema',
        'is newer than this version: it has Migration2099',
      ],
      [
        `update mikro_orm_migrations set name = 'x' where name like '%Progress'`,
        `update mikro_orm_migrations set name = 'Migration20261124000005_Progress' where name = 'x'`,
        'schema',
        'has not Migration20261124000005_Progress',
      ],
      [
        'alter table events rename to gone',
        'alter table gone rename to events',
        'triggers',
        expect.stringContaining('could not be looked at'),
      ],
      [
        'alter trigger events_refuse_truncate on events rename to x',
        'alter trigger x on events rename to events_refuse_truncate',
        'triggers',
        'do not include events_refuse_truncate',
      ],
      [
        `update generations set version = 0`,
        `update generations set version = 1`,
        'projections',
        'of todo-lists have no tables in version 1',
      ],
      [
        `update generations set version = 0`,
        `update generations set version = 1`,
        'tables',
        expect.stringContaining('are of another version of Garbanzo'),
      ],
      [
        `insert into generations (projection, version, state) values ('todo-lists', 1, 'building')`,
        `delete from generations where state = 'building'`,
        'tables',
        expect.stringContaining('left behind by a replay that was killed'),
      ],
      [
        `insert into generations (projection, version, state) values ('todo-lists', 1, 'kept')`,
        `delete from generations where state = 'kept'`,
        'tables',
        expect.stringContaining('are kept, and folded beside those that are read'),
      ],
      [
        `insert into parked_streams select id, 7, gen_random_uuid(), 1, 'TodoSnoozed', 'Unknown', '2026-11-25' from generations`,
        `delete from parked_streams`,
        'parked',
        expect.stringMatching(/^is 1 stream, since 2026-11-2\dT.*Z: Unknown$/),
      ],
      [
        `insert into pgboss.job (name, created_on, start_after) values ('wake-ups', now() - interval '2 hours', now() - interval '2 hours')`,
        `delete from pgboss.job`,
        'queues',
        'have a job in wake-ups that nobody has taken for 7200 s',
      ],
      [
        `update pgboss.queue set name = 'x' where name = 'replays'`,
        `update pgboss.queue set name = 'replays' where name = 'x'`,
        'queues',
        'do not include replays',
      ],
    ])('%s', async (fault, mend, check, text) => {
      await asAdministrator(`set session_replication_role = 'replica'`, fault);
      const found = await faults();
      await asAdministrator(`set session_replication_role = 'replica'`, mend);
      expect(found).toContainEqual({ check, text, remedy: expect.any(String) });
    });

    it('events that are ahead of their sequence, or that nobody folds', async () => {
      const id = 'gen_random_uuid()';
      await asAdministrator(
        `insert into events (shard, position, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
           correlation_id, causation_id, data, recorded_at)
         values (7, 90, ${id}, 1, 'ListCreated', 1, ${id}, ${id}, ${id}, ${id}, ${id}, '{}', now() - interval '1 minute')`,
      );
      const found = await faults();
      await asAdministrator(
        `select setval('event_positions', 90)`,
        `set session_replication_role = 'replica'`,
        'delete from events',
      );
      expect(found).toEqual([
        {
          check: 'positions',
          text: 'go on at 0, but the log is at 90: appending fails',
          remedy: `select setval('event_positions', 90)`,
        },
        {
          check: 'projections',
          text: expect.stringMatching(/of todo-lists are behind in 1 shards, by 6\d s/),
          remedy: expect.any(String),
        },
      ]);
    });

    it('a server that is too old, or that keeps texts in another encoding', () => {
      const good = { version: '18.4', number: 180_004, encoding: 'UTF8', database: 'home', user: 'plain' };
      expect(judgeServer(good)[0]?.verdict).toBe('well');
      expect(judgeServer({ ...good, version: '15.9', number: 150_009 })[0]?.text).toBe('is PostgreSQL 15.9');
      expect(judgeServer({ ...good, encoding: 'SQL_ASCII' })[0]?.text).toBe(
        'keeps the texts of home in SQL_ASCII',
      );
    });

    it.each([
      [0, 'well'],
      [-10_000, 'note'],
      [10_000, 'note'],
      [7_200_000, 'wrong'],
    ])('a clock that is %d ms off', async (off, verdict) => {
      const found = await withOwner((owner) => compareClocks(owner, () => Date.now() + off));
      expect(found).toEqual([expect.objectContaining({ verdict })]);
    });
  });

  it.each([
    ['no configuration', {}, 'configuration', /DATABASE_URL is not set/],
    [
      'nobody who answers',
      { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
      'connection',
      /ECONNREFUSED/,
    ],
  ])('with %s has a line for it, and exits with 1', async (_, env, check, words) => {
    const { code, stdout, stderr } = await garbanzo(['doctor'], env);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(new RegExp(`✗ ${check}`));
    expect(stdout).toMatch(words);
    expect(stdout).toMatch(/\n1 thing wrong\.\n$/);
  });
});
