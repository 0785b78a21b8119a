import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_WORKSPACE } from '#libs/event-store';
import { todoLists } from '#libs/projections';
import { generationSchema, liveSchema, TODO_LISTS } from '#libs/read-model';
import { garbanzo } from '../support/garbanzo.js';
import { createWorkspace, SHARD } from '../support/log.js';
import { SecondWorkspace } from '../support/second-workspace.js';

const schema = liveSchema(TODO_LISTS);

describe('garbanzo erase workspace', () => {
  let second: SecondWorkspace;
  beforeAll(async () => {
    second = await SecondWorkspace.open();
  });
  beforeEach(() => second.begin());
  afterAll(() => second.close());

  const run = (...args: string[]) =>
    garbanzo(['erase', 'workspace', ...args], { DATABASE_URL: second.projecting.url });

  it('says what it would erase, and then what it has; the log is valid without', async () => {
    expect(await run(second.id)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'This would erase 3 events, 1 list, 2 todos for good. Say --yes to do it.\n',
    });
    expect([await second.count('events'), await second.count('todos')]).toEqual([3, 2]);
    expect(await run(second.id, '--yes')).toEqual({
      code: 0,
      stderr: '',
      stdout: 'Erased 3 events, 1 list, 2 todos. Backups that were made before still have them.\n',
    });
    const tables = ['events', 'lists', 'todos', 'list_totals'];
    expect(await Promise.all(tables.map((table) => second.count(table)))).toEqual([0, 0, 0, 0]);
    expect(await second.verify()).toEqual({ events: 2, rows: 2, found: 0, differences: [] });
    const recorded = await second.owner.query('select what, workspace_id, details from audit_entries');
    expect(recorded).toEqual([
      { what: 'workspace-erased', workspace_id: second.id, details: { by: 'garbanzo' } },
    ]);
    expect(await run(second.id, '--yes')).toMatchObject({
      code: 1,
      stderr: `There is no workspace ${second.id}.\n`,
    });
  });

  it('removes the workspace that a migration has made like any other', async () => {
    await second.erase();
    // Even when its events are in another shard than it is said to be in.
    const moveTo = (shard: number) =>
      second.owner.query('update workspaces set shard = $1 where id = $2', [shard, DEFAULT_WORKSPACE]);
    await moveTo(7);
    expect(await second.erase(DEFAULT_WORKSPACE)).toEqual({
      events: 2,
      rows: [
        { table: 'labels', count: 0 },
        { table: 'lists', count: 1 },
        { table: 'todos', count: 1 },
      ],
    });
    const another = second.owner.query('select from workspaces where id = $1', [DEFAULT_WORKSPACE]);
    expect(await another).toEqual([]);
    // As a set-up makes one, and what comes after it.
    await createWorkspace(second.owner, DEFAULT_WORKSPACE, SHARD);
    expect(await second.projecting.rows()).toEqual({ lists: [], todos: [], totals: [], parked: [] });
    await second.fillFirst();
    expect(await second.verify()).toMatchObject({ events: 2, rows: 2, found: 0 });
  });

  it('erases in the generations that are not read as well, and what waits', async () => {
    const { projecting, owner } = second;
    await projecting.replay.run(todoLists, { keepOld: true });
    const [kept] = await owner.query<{ id: number }>(`select id from generations where state = 'kept'`);
    await second.appendToTodo({ type: 'TodoSnoozed', data: {} });
    await projecting.project();
    expect((await projecting.rows()).parked).toHaveLength(1);
    const keptTodos = `${generationSchema(TODO_LISTS, kept?.id ?? 0)}.todos`;
    expect(await second.count(keptTodos)).toBe(2);
    await second.erase();
    expect(await second.count(keptTodos)).toBe(0);
    expect((await projecting.rows()).parked).toEqual([]);
    expect(await second.verify()).toMatchObject({ found: 0 });
  });

  it('lets the tables be built again, though the last events of the shard are gone', async () => {
    await second.erase();
    await second.projecting.replay.run(todoLists);
    expect(await second.verify()).toMatchObject({ events: 2, found: 0 });
    await second.begin();
    expect(await second.verify()).toMatchObject({ events: 5, found: 0 });
    await second.erase();
  });

  it('does nothing when a table does not tell whose its rows are', async () => {
    await second.projecting.database.query(`create table ${schema}.secrets (text text)`);
    await expect(second.erase()).rejects.toThrow(
      `${schema}.secrets does not tell whose its rows are; nothing was erased.`,
    );
    expect(await second.count('events')).toBe(3);
    await second.projecting.database.query(`drop table ${schema}.secrets`);
  });

  it('wants to know what', async () => {
    expect(await run()).toMatchObject({ code: 2, stderr: "error: missing required argument 'id'\n" });
    expect(await run('all')).toMatchObject({ code: 2, stderr: 'all is no id of a workspace.\n' });
    expect(await garbanzo(['erase'], {})).toMatchObject({ code: 2 });
  });
});
