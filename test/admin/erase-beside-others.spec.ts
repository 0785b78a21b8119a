import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { todoLists } from '#libs/projections';
import { liveSchema, TODO_LISTS } from '#libs/read-model';
import { garbanzo } from '../support/garbanzo.js';
import { openDatabase, SHARD } from '../support/log.js';
import { ids } from '../support/projecting.js';
import { SecondWorkspace } from '../support/second-workspace.js';
import { until } from '../support/until.js';

const todos = `${liveSchema(TODO_LISTS)}.todos`;

describe('erasing a workspace', () => {
  let second: SecondWorkspace;
  let holder: pg.Client;
  beforeAll(async () => {
    second = await SecondWorkspace.open();
    holder = new pg.Client(second.projecting.url);
    await holder.connect();
  });
  beforeEach(async () => {
    await second.begin();
    await holder.query('begin');
  });
  afterEach(() => holder.query('rollback'));
  afterAll(async () => {
    await holder.end();
    await second.close();
  });

  const eraseEvents = () => holder.query('select erase_events($1, $2)', [second.id, [SHARD]]);

  const untilSomebodyWaits = () =>
    until(async () => {
      const waiting = await second.owner.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length > 0;
    });

  it('waits for a worker that has read what is to go, and takes what it writes', async () => {
    // As a worker holds the shard while it folds.
    await holder.query('select from checkpoints where shard = $1 for update', [SHARD]);
    const erasing = second.erase();
    await untilSomebodyWaits();
    await holder.query(
      `insert into ${todos}
       select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'workspace_id', $1::uuid))).*
       from ${todos} t limit 1`,
      [second.id],
    );
    await holder.query('commit');
    await erasing;
    expect(await second.count('todos')).toBe(0);
    expect(await second.verify()).toMatchObject({ found: 0 });
  });

  it('lets nothing be appended to what it erases', async () => {
    await eraseEvents();
    const late = second.appendToTodo({ type: 'TodoCompleted', data: {} });
    await untilSomebodyWaits();
    await holder.query('commit');
    expect(await late).toMatchObject({ outcome: 'conflict', version: 0 });
    expect(await second.count('events')).toBe(0);
    await second.erase();
    // The events alone were gone before, so the tables were newer than the log.
    await second.projecting.replay.run(todoLists);
  });

  it('loses nothing of the others while they go on', async () => {
    const { projecting, home } = second;
    const more = ids(20);
    const writing = projecting.append(
      more.map((id, n) => [
        id,
        { type: 'TodoAdded', data: { listId: home.list, title: `Number ${n}`, order: 'a1' } },
      ]),
    );
    await Promise.all([writing, second.erase(), projecting.project()]);
    await projecting.project();
    const { todos } = await projecting.rows();
    expect(todos).toEqual(expect.arrayContaining(more.map((id) => expect.objectContaining({ id }))));
    expect(await second.count('events')).toBe(0);
    expect(await second.verify()).toMatchObject({ found: 0 });
  });

  it('does nothing while a replay runs, which would bring rows back', async () => {
    // The lock of replay-lock.ts.
    await holder.query(`select pg_advisory_xact_lock(1919250540, hashtext('todo-lists'))`);
    const answer = await garbanzo(['erase', 'workspace', second.id, '--yes'], {
      DATABASE_URL: second.projecting.url,
    });
    expect(answer).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('A replay of todo-lists is running'),
    });
    expect(await second.count('events')).toBe(3);
  });

  it.each(['garbanzo_web', 'garbanzo_worker'] as const)('is not for %s', async (role) => {
    const process = openDatabase(second.projecting.url, role, 1);
    await expect(
      process.query('select erase_events($1, $2::smallint[])', [second.id, [SHARD]]),
    ).rejects.toThrow('permission denied');
    await process.query(`select set_config('garbanzo.erasing', $1, false)`, [second.id]);
    await expect(process.query('delete from events')).rejects.toThrow('permission denied');
    await process.close();
  });

  it.each(['delete from events', 'truncate events', 'update events set version = 9'])(
    'is the only way: even the owner cannot %s',
    async (statement) => {
      await expect(second.owner.query(statement)).rejects.toThrow('events are never changed or removed');
      await eraseEvents();
      await expect(holder.query(statement)).rejects.toThrow('events are never changed or removed');
    },
  );
});
