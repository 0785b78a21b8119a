import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DEFAULT_WORKSPACE } from '#libs/event-store';
import type { Database } from '#libs/platform';
import { eraseWorkspace, todoLists, verifyTables } from '#libs/projections';
import { ReadModel } from '#libs/read-model';
import { garbanzo } from '../support/garbanzo.js';
import { anAppend, openDatabase } from '../support/log.js';
import { ids, Projecting, SHARD } from '../support/projecting.js';
import { until } from '../support/until.js';

const [home = '', milk = ''] = ids(2);

describe('garbanzo erase workspace', () => {
  let projecting: Projecting;
  let owner: Database;
  let holder: pg.Client;
  let workspaceId: string;
  let theirs: string[];
  beforeAll(async () => {
    projecting = await Projecting.open();
    owner = openDatabase(projecting.url);
    holder = new pg.Client(projecting.url);
    await holder.connect();
    await projecting.append([
      [home, { type: 'ListCreated', data: { name: 'Home' } }],
      [milk, { type: 'TodoAdded', data: { listId: home, title: 'Milk', order: 'a0' } }],
    ]);
  });
  beforeEach(async () => {
    workspaceId = randomUUID();
    theirs = ids(3);
    await owner.query('insert into workspaces (id, shard) values ($1, $2)', [workspaceId, SHARD]);
    for (const [n, streamId] of theirs.entries()) await append(streamId, n);
    await projecting.project();
  });
  afterEach(() => holder.query('rollback'));
  afterAll(async () => {
    await holder.end();
    await owner.close();
    await projecting.close();
  });

  /** The first of them is a list, in which the others are. */
  function append(streamId: string, n: number, expected = 0) {
    const data = n === 0 ? { name: 'Theirs' } : { listId: theirs[0], title: 'Theirs', order: 'a0' };
    const type = n === 0 ? 'ListCreated' : 'TodoAdded';
    const events = [{ type, schemaVersion: 1, data }];
    return projecting.log.appender.append(
      anAppend({ shard: SHARD, workspaceId, streamId, expected, events }),
    );
  }

  const run = (...args: string[]) =>
    garbanzo(['erase', 'workspace', ...args], { DATABASE_URL: projecting.url });
  const erase = (id = workspaceId) => eraseWorkspace(new ReadModel(owner), id);
  const verify = () => verifyTables(projecting.readModel, { projection: todoLists });
  const count = async (table: string) => {
    const [counted] = await owner.query<{ count: number }>(
      `select count(*) from ${table} where workspace_id = $1`,
      [workspaceId],
    );
    return counted?.count;
  };
  const untilSomebodyWaits = (what: string) =>
    until(async () => {
      const waiting = await owner.query(
        `select from pg_stat_activity where datname = current_database() and wait_event = $1`,
        [what],
      );
      return waiting.length > 0;
    });

  it('says what it would erase, and then what it has; the log is valid without', async () => {
    expect(await run(workspaceId)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'This would erase 3 events, 1 list, 2 todos for good. Say --yes to do it.\n',
    });
    expect([await count('events'), await count('todos')]).toEqual([3, 2]);
    expect(await run(workspaceId, '--yes')).toEqual({
      code: 0,
      stderr: '',
      stdout: 'Erased 3 events, 1 list, 2 todos. Backups that were made before still have them.\n',
    });
    const tables = ['events', 'lists', 'todos', 'list_totals'];
    expect(await Promise.all(tables.map(count))).toEqual([0, 0, 0, 0]);
    expect(await verify()).toEqual({ events: 2, rows: 2, found: 0, differences: [] });
    expect(await run(workspaceId, '--yes')).toMatchObject({
      code: 1,
      stderr: `There is no workspace ${workspaceId}.\n`,
    });
  });

  it('empties the workspace that there is without accounts, and lets it go on', async () => {
    await erase();
    expect(await erase(DEFAULT_WORKSPACE)).toEqual({
      events: 2,
      rows: [
        { table: 'lists', count: 1 },
        { table: 'todos', count: 1 },
      ],
    });
    expect(await projecting.rows()).toEqual({ lists: [], todos: [], totals: [], parked: [] });
    await projecting.append([
      [home, { type: 'ListCreated', data: { name: 'Home' } }],
      [milk, { type: 'TodoAdded', data: { listId: home, title: 'Milk', order: 'a0' } }],
    ]);
    await projecting.project();
    expect(await verify()).toMatchObject({ events: 2, rows: 2, found: 0 });
  });

  it('erases in the generations that are not read as well, and what waits', async () => {
    await projecting.replay.run(todoLists, { keepOld: true });
    const [kept] = await owner.query<{ id: number }>(`select id from generations where state = 'kept'`);
    await projecting.log.appender.append(
      anAppend({
        shard: SHARD,
        workspaceId,
        streamId: theirs[1] ?? '',
        expected: 1,
        events: [{ type: 'TodoSnoozed', schemaVersion: 1, data: {} }],
      }),
    );
    await projecting.project();
    expect((await projecting.rows()).parked).toHaveLength(1);
    expect(await count(`todo_lists_g${kept?.id}.todos`)).toBe(2);
    await erase();
    expect(await count(`todo_lists_g${kept?.id}.todos`)).toBe(0);
    expect((await projecting.rows()).parked).toEqual([]);
    expect(await verify()).toMatchObject({ found: 0 });
    await projecting.replay.run(todoLists);
  });

  it('waits for a worker that has read what is to go, and takes what it writes', async () => {
    // As a worker holds the shard while it folds.
    await holder.query('begin');
    await holder.query('select from checkpoints where shard = $1 for update', [SHARD]);
    const erasing = erase();
    await untilSomebodyWaits('tuple').catch(() => untilSomebodyWaits('transactionid'));
    await holder.query(
      `insert into todo_lists_v1.todos select gen_random_uuid(), $1, list_id, former_list_ids, title, sort_order, created_at,
         null, null, 1 from todo_lists_v1.todos limit 1`,
      [workspaceId],
    );
    await holder.query('commit');
    await erasing;
    expect(await count('todos')).toBe(0);
    expect(await verify()).toMatchObject({ found: 0 });
  });

  it('lets nothing be appended to what it erases', async () => {
    await holder.query('begin');
    await holder.query('select erase_events($1, $2)', [SHARD, workspaceId]);
    const late = append(theirs[1] ?? '', 1, 1);
    await untilSomebodyWaits('advisory');
    await holder.query('commit');
    expect(await late).toMatchObject({ outcome: 'conflict', version: 0 });
    await erase();
  });

  it('loses nothing of the others while they go on', async () => {
    const more = ids(20);
    const writing = projecting.append(
      more.map((id, n) => [
        id,
        { type: 'TodoAdded', data: { listId: home, title: `Number ${n}`, order: 'a1' } },
      ]),
    );
    await Promise.all([writing, erase(), projecting.project()]);
    await projecting.project();
    const { todos } = await projecting.rows();
    expect(todos).toEqual(expect.arrayContaining(more.map((id) => expect.objectContaining({ id }))));
    expect(await count('events')).toBe(0);
    expect(await verify()).toMatchObject({ found: 0 });
  });

  it('does nothing while a replay runs, which would bring rows back', async () => {
    // The lock of replay-lock.ts.
    await holder.query('begin');
    await holder.query(`select pg_advisory_xact_lock(1919250540, hashtext('todo-lists'))`);
    const { code, stderr } = await run(workspaceId, '--yes');
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringContaining('A replay of todo-lists is running'),
    });
    expect(await count('events')).toBe(3);
  });

  it('does nothing when a table does not tell whose its rows are', async () => {
    await projecting.database.query('create table todo_lists_v1.secrets (text text)');
    await expect(erase()).rejects.toThrow(
      'todo_lists_v1.secrets does not tell whose its rows are; nothing was erased.',
    );
    expect(await count('events')).toBe(3);
    await projecting.database.query('drop table todo_lists_v1.secrets');
  });

  it.each([['garbanzo_web'], ['garbanzo_worker']] as const)('is not for %s', async (role) => {
    const process = openDatabase(projecting.url, role);
    await expect(
      process.query('select erase_events($1::smallint, $2)', [SHARD, workspaceId]),
    ).rejects.toThrow('permission denied');
    await process.query(`select set_config('garbanzo.erasing', $1, false)`, [workspaceId]);
    await expect(process.query('delete from events')).rejects.toThrow('permission denied');
    await process.close();
  });

  it.each(['delete from events', 'truncate events', 'update events set version = 9'])(
    'is the only way: the owner cannot %s either',
    async (statement) => {
      await erase();
      await expect(owner.query(statement)).rejects.toThrow('events are never changed or removed');
      await holder.query('begin');
      await holder.query('select erase_events($1, $2)', [SHARD, workspaceId]);
      await expect(holder.query(statement)).rejects.toThrow('events are never changed or removed');
    },
  );

  it('wants to know what', async () => {
    expect(await run()).toMatchObject({ code: 2, stderr: "error: missing required argument 'id'\n" });
    expect(await run('everything')).toMatchObject({
      code: 2,
      stderr: 'everything is no id of a workspace.\n',
    });
    expect(await garbanzo(['erase'], {})).toMatchObject({ code: 2 });
  });
});
