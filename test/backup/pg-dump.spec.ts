import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { todoLists, verifyTables } from '#libs/projections';
import { ReadModel } from '#libs/read-model';
import { logOf } from '../support/backups.js';
import { garbanzo } from '../support/garbanzo.js';
import { anAppend, openDatabase, openLog } from '../support/log.js';
import { OwnServer } from '../support/own-server.js';
import { pgDump } from '../support/pg-dump/index.js';
import { ids, Projecting } from '../support/projecting.js';
import { startWorker } from '../support/running-app.js';
import { another, runStatements } from '../support/run-statements.js';
import { until } from '../support/until.js';

const [home = '', milk = '', bread = '', late = ''] = ids(4);

/** Roles belong to the server, and are in no dump of a database. */
const ROLES = ['create role garbanzo_web nologin', 'create role garbanzo_worker nologin'];

describe('a dump of pg_dump, in another and younger server', () => {
  let projecting: Projecting;
  let server: OwnServer;
  let dump: string;
  beforeAll(async () => {
    [projecting, server] = await Promise.all([Projecting.open(), OwnServer.startEmpty()]);
    // The transactions of the old server have far higher numbers than the new one's.
    await age();
    await projecting.append([
      [home, { type: 'ListCreated', data: { name: 'Home' } }],
      [milk, { type: 'TodoAdded', data: { listId: home, title: `Milk; 'fresh'`, order: 'a0' } }],
      [bread, { type: 'TodoAdded', data: { listId: home, title: 'Bread', order: 'a1' } }],
    ]);
    await projecting.project();
    // Not projected yet when the dump is made.
    await projecting.append([[bread, { type: 'TodoCompleted', data: {} }]]);
    dump = await pgDump(projecting.url);
  });
  afterAll(async () => {
    await server.close();
    await projecting.close();
  });

  async function age(): Promise<void> {
    const owner = openDatabase(projecting.url);
    await owner.query(`
      do $$ begin
        for turn in 1..2000 loop perform pg_current_xact_id(); commit; end loop;
      end $$`);
    await owner.close();
  }

  const run = (database: string, ...statements: string[]) =>
    runStatements(another(server.url, database), ...statements);
  const restoreInto = (database: string) => run(database, dump);

  it('needs the roles to be there', async () => {
    await run('postgres', 'create database without_roles');
    await expect(restoreInto('without_roles')).rejects.toThrow('role "garbanzo_worker" does not exist');
  });

  describe('that has the roles', () => {
    let url: string;
    let worker: NestFastifyApplication;
    beforeAll(async () => {
      await run('postgres', ...ROLES, 'create database garbanzo');
      await restoreInto('garbanzo');
      url = another(server.url, 'garbanzo');
      worker = await startWorker(url);
    });
    afterAll(() => worker.close());

    it('is younger', async () => {
      const number = 'select pg_current_xact_id()::text::bigint as xid';
      const [old] = await projecting.database.query<{ xid: number }>(number);
      const [young] = await run('garbanzo', number);
      expect(Number(young?.xid)).toBeLessThan(Number(old?.xid));
    });

    it('has the whole log', async () => {
      const restored = openDatabase(url);
      expect(await logOf(restored)).toEqual(await logOf(projecting.database));
      await restored.close();
    });

    it('goes on: it appends behind what was there, projects all of it, and is what the log says', async () => {
      const log = openLog(url);
      const [head] = await projecting.database.query<{ head: number }>(
        'select max(position) as head from events',
      );
      const appended = await log.appender.append(
        anAppend({
          streamId: late,
          events: [
            { type: 'TodoAdded', schemaVersion: 1, data: { listId: home, title: 'Late', order: 'a2' } },
          ],
        }),
      );
      expect(appended).toMatchObject({ outcome: 'appended', position: (head?.head ?? 0) + 1 });
      await log.close();
      const owner = openDatabase(url);
      const todos = () =>
        owner.query('select title, completed_at is not null as done from todos order by sort_order');
      await until(async () => (await todos()).length === 3);
      expect(await todos()).toEqual([
        { title: `Milk; 'fresh'`, done: false },
        { title: 'Bread', done: true },
        { title: 'Late', done: false },
      ]);
      const verified = await verifyTables(new ReadModel(owner), { projection: todoLists });
      expect(verified).toMatchObject({ events: 5, rows: 4, found: 0 });
      await owner.close();
    });

    it('still lets nobody change or forge an event', async () => {
      const web = openDatabase(url, 'garbanzo_web');
      await expect(web.query('update events set version = 9')).rejects.toThrow('permission denied');
      await expect(web.query(`insert into events (shard, position) values (1, 1)`)).rejects.toThrow(
        'permission denied',
      );
      await web.close();
      await expect(run('garbanzo', 'delete from events')).rejects.toThrow(
        'events are never changed or removed',
      );
    });

    it('is up to date, can be replayed, and can be backed up', async () => {
      const admin = (...args: string[]) => garbanzo(args, { DATABASE_URL: url });
      expect(await admin('migrate')).toMatchObject({
        code: 0,
        stdout: 'The schema was up to date already.\n',
      });
      expect(await admin('replay')).toMatchObject({ code: 0 });
      expect(await admin('verify')).toMatchObject({ code: 0 });
      expect(await admin('backup', '-')).toMatchObject({
        code: 0,
        stderr: expect.stringContaining('5 events of 1 workspace are in the standard output'),
      });
    });
  });
});
