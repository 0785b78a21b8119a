import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#libs/domain';
import { ReplayRunningError, todoLists, verifyTables, type ReplayProgress } from '#libs/projections';
import { generationSchema, liveSchema, TODO_LISTS } from '#libs/read-model';
import { ids, Projecting } from '../support/projecting.js';

const [home = '', ...todos] = ids(40);
const added = (title: string): DomainEvent => ({
  type: 'TodoAdded',
  data: { listId: home, title, order: 'a0' },
});

describe('replay', () => {
  let projecting: Projecting;
  beforeAll(async () => {
    projecting = await Projecting.open();
    await projecting.append([
      [home, { type: 'ListCreated', data: { name: 'Home' } }],
      ...todos.map((id, n) => [id, added(`Number ${n}`)] as const),
      ...todos.slice(0, 9).map((id) => [id, { type: 'TodoCompleted', data: {} }] as const),
    ]);
  });
  beforeEach(() => projecting.project());
  afterAll(() => projecting.close());

  const generations = () =>
    projecting.database.query<{ id: number; state: string }>('select id, state from generations order by id');
  const schemas = async () => {
    const rows = await projecting.database.query<{ nspname: string }>(
      `select nspname from pg_namespace where nspname like 'todo%' order by 1`,
    );
    return rows.map(({ nspname }) => nspname);
  };
  const verify = () => verifyTables(projecting.readModel, { projection: todoLists });

  it('builds the same rows again, and leaves nothing behind', async () => {
    const [before, rows] = [await generations(), await projecting.rows()];
    await projecting.replay.run(todoLists);
    const after = await generations();
    expect(after).toEqual([{ id: expect.any(Number), state: 'live' }]);
    expect(after[0]?.id).toBeGreaterThan(before[0]?.id ?? 0);
    expect(await schemas()).toEqual([liveSchema(TODO_LISTS)]);
    expect(await projecting.rows()).toEqual(rows);
    expect(await verify()).toMatchObject({ events: 49, found: 0 });
  });

  it('mends what was spoilt', async () => {
    const rows = await projecting.rows();
    await projecting.database.query(`update todos set title = 'Spoilt', version = 999`);
    await projecting.replay.run(todoLists);
    expect(await projecting.rows()).toEqual(rows);
  });

  it('tells how far it is, phase by phase', async () => {
    const heard: ReplayProgress[] = [];
    await projecting.replay.run(todoLists, { onProgress: (progress) => heard.push(progress) });
    const phases = [...new Set(heard.map(({ phase }) => phase))];
    expect(phases).toEqual(['sort', 'fold', 'index', 'verify', 'go live']);
    expect(heard.findLast(({ phase }) => phase === 'fold')).toMatchObject({ events: 49, total: 49 });
  });

  it('is refused while another one runs', async () => {
    let running: Promise<unknown> | undefined;
    await projecting.whileReplaysAreHeld(async () => {
      running = projecting.replay.run(todoLists);
      await projecting.untilBuilding();
      await expect(projecting.replay.run(todoLists)).rejects.toThrow(ReplayRunningError);
    });
    await running;
  });

  it('loses nothing that is written meanwhile', async () => {
    const [extra = '', ...others] = ids(20);
    const writing = projecting.append([extra, ...others].map((id, n) => [id, added(`Late ${n}`)] as const));
    await Promise.all([writing, projecting.replay.run(todoLists)]);
    await projecting.project();
    const { todos: shown } = await projecting.rows();
    expect(shown).toEqual(
      expect.arrayContaining([extra, ...others].map((id) => expect.objectContaining({ id }))),
    );
    expect(await verify()).toMatchObject({ found: 0 });
  });

  it('broken off, leaves what is live as it was, and the next one cleans up', async () => {
    const [live, rows] = [await generations(), await projecting.rows()];
    const breaking = new AbortController();
    breaking.abort(new Error('enough'));
    await expect(projecting.replay.run(todoLists, { signal: breaking.signal })).rejects.toThrow('enough');
    expect(await generations()).toEqual(live);
    expect(await projecting.rows()).toEqual(rows);
    // What a kill -9 leaves: a generation that nobody builds any more.
    const [left] = await projecting.database.query<{ id: number }>(
      `insert into generations (projection, version, state) values ($1, $2, 'building') returning id`,
      [TODO_LISTS.name, TODO_LISTS.version],
    );
    await projecting.database.query('select make_projection_schema($1)', [
      generationSchema(TODO_LISTS, left?.id ?? 0),
    ]);
    expect(await schemas()).toHaveLength(2);
    await projecting.replay.run(todoLists);
    expect(await schemas()).toEqual([liveSchema(TODO_LISTS)]);
  });

  it('keeps the old generation when asked to, and goes on folding it', async () => {
    await projecting.replay.run(todoLists, { keepOld: true });
    expect((await generations()).map(({ state }) => state)).toEqual(['kept', 'live']);
    expect(await schemas()).toHaveLength(2);
  });

  it('that goes live in the middle of a verification makes it begin again', async () => {
    const replaying = (async () => {
      // Fewer than a verification tries to be undisturbed.
      for (let n = 0; n < 2; n += 1) {
        await projecting.replay.run(todoLists);
        await pause(200);
      }
    })();
    for (let n = 0; n < 6; n += 1) expect(await verify()).toMatchObject({ found: 0 });
    await replaying;
  });

  it('that is broken off leaves what was kept, to go back to', async () => {
    await projecting.replay.run(todoLists, { keepOld: true });
    const before = await generations();
    const breaking = AbortSignal.abort(new Error('enough'));
    await expect(projecting.replay.run(todoLists, { signal: breaking })).rejects.toThrow('enough');
    expect(await generations()).toEqual(before);
    expect(await projecting.replay.goBack(todoLists)).toBe(before[0]?.id);
  });

  it('is live even when the tables before it cannot be dropped yet, and says so', async () => {
    const reader = await projecting.database.pool.connect();
    try {
      await reader.query('begin');
      await reader.query(`select from ${liveSchema(TODO_LISTS)}.todos`);
      const [before] = (await generations()).filter(({ state }) => state === 'live');
      expect(await projecting.replay.run(todoLists)).toMatchObject({ isTidy: false });
      const after = await generations();
      expect(after.find(({ state }) => state === 'live')?.id).toBeGreaterThan(before?.id ?? 0);
      expect(after).toContainEqual({ id: before?.id, state: 'kept' });
    } finally {
      await reader.query('rollback');
      reader.release();
    }
    expect(await projecting.replay.run(todoLists)).toMatchObject({ isTidy: true });
    expect(await generations()).toHaveLength(1);
  });

  it('goes live on a log with a gap as well, which verify names', async () => {
    const [gone] = todos;
    await projecting.asOwner([
      'alter table events disable trigger user',
      ['delete from events where stream_id = $1 and version = 1', [gone]],
      'alter table events enable trigger user',
    ]);
    await projecting.replay.run(todoLists);
    expect((await verify()).differences).toContainEqual({
      table: 'events',
      key: gone,
      column: 'version',
      expected: 1,
      found: 2,
    });
  });
});
