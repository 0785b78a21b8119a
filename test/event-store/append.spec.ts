import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findCommand, readAfter } from '#libs/event-store';
import { createTestDatabase } from '../support/database.js';
import { asRow } from '../support/append-row.js';
import { anAppend, createWorkspaces, openDatabase, openLog, SHARD } from '../support/log.js';

const renamed = { type: 'ListRenamed', schemaVersion: 1, data: { name: 'Garden' } };

describe('appending', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let log: ReturnType<typeof openLog>;
  beforeAll(async () => {
    test = await createTestDatabase();
    log = openLog(test.url);
    const owner = openDatabase(test.url);
    await createWorkspaces(owner, [3, 11]);
    await owner.close();
  });
  afterAll(async () => {
    await log.close();
    await test.drop();
  });

  const read = (streamId: string, workspaceId = anAppend().workspaceId) =>
    log.reader.read({ shard: SHARD, streamId, workspaceId });

  it('stores what was given, and says where', async () => {
    const item = anAppend({ traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' });
    const answer = await log.appender.append(item);
    expect(answer).toEqual({ outcome: 'appended', version: 1, position: expect.any(Number) });
    const [stored] = await read(item.streamId);
    const { shard, streamId, workspaceId, events } = item;
    const known = { shard, streamId, workspaceId, version: 1, recordedAt: expect.any(Date) };
    expect(stored).toMatchObject({ ...known, ...events[0] });
    const [row] = await log.database.query('select * from events where stream_id = $1', [streamId]);
    expect(row).toMatchObject({
      actor_id: item.actorId,
      command_id: item.commandId,
      correlation_id: item.correlationId,
      causation_id: item.causationId,
      traceparent: item.traceparent,
    });
  });

  it('numbers the events of a command one after the other', async () => {
    const item = anAppend({ events: [...anAppend().events, renamed, renamed] });
    expect(await log.appender.append(item)).toMatchObject({ outcome: 'appended', version: 3 });
    const stored = await read(item.streamId);
    expect(stored.map(({ version }) => version)).toEqual([1, 2, 3]);
    expect(stored.map(({ position }) => position).toSorted((a, b) => a - b)).toEqual(
      stored.map(({ position }) => position),
    );
  });

  it('keeps a workspace from another one’s streams', async () => {
    const item = anAppend();
    await log.appender.append(item);
    expect(await read(item.streamId, randomUUID())).toEqual([]);
  });

  it('answers a repeated command as the first one, however often it comes', async () => {
    const item = anAppend();
    const first = await log.appender.append(item);
    await log.appender.append(anAppend({ streamId: item.streamId, expected: 1, events: [renamed] }));
    const repeated = await Promise.all([log.appender.append(item), log.appender.append(item)]);
    for (const answer of repeated) expect(answer).toEqual({ ...first, outcome: 'duplicate' });
    expect(await read(item.streamId)).toHaveLength(2);
    expect(await findCommand(log.database, item)).toMatchObject({
      shard: SHARD,
      position: first.outcome !== 'conflict' && first.position,
    });
  });

  describe('with another stream that was looked at', () => {
    const list = () =>
      anAppend({ events: [{ type: 'ListCreated', schemaVersion: 1, data: { name: 'Home' } }] });
    const lookedAt = (streamId: string, version: number, commandId?: string) =>
      new Map([[streamId, { version, commandId }]]);

    it('appends while that one has the version that was seen', async () => {
      const home = list();
      await log.appender.append(home);
      const item = anAppend({ lookedAt: lookedAt(home.streamId, 1, home.commandId) });
      expect(await log.appender.append(item)).toMatchObject({ outcome: 'appended', version: 1 });
      const onNothing = anAppend({ lookedAt: lookedAt(randomUUID(), 0) });
      expect(await log.appender.append(onNothing)).toMatchObject({ outcome: 'appended' });
    });

    it('appends nothing when that one has another version, or the same with another event', async () => {
      const home = list();
      await log.appender.append(home);
      for (const [version, commandId] of [[0], [2, home.commandId], [1, randomUUID()]] as const) {
        const item = anAppend({ lookedAt: lookedAt(home.streamId, version, commandId) });
        expect(await log.appender.append(item)).toMatchObject({ outcome: 'conflict' });
        expect(await read(item.streamId)).toEqual([]);
      }
    });

    it('looks at it as it is behind those that come before in the same call', async () => {
      const home = list();
      await log.appender.append(home);
      const before = anAppend({ lookedAt: lookedAt(home.streamId, 1, home.commandId) });
      const change = anAppend({ streamId: home.streamId, expected: 1, events: [renamed] });
      const stale = anAppend({ lookedAt: lookedAt(home.streamId, 1, home.commandId) });
      const fresh = anAppend({ lookedAt: lookedAt(home.streamId, 2, change.commandId) });
      const answers = await log.appender.appendAll([before, change, stale, fresh]);
      expect(answers.map(({ outcome }) => outcome)).toEqual(['appended', 'appended', 'conflict', 'appended']);
      const positions = await log.database.query<{ position: number }>(
        'select position from events where stream_id = any ($1) and version = (case stream_id when $2 then 2 else 1 end)',
        [[before.streamId, home.streamId, fresh.streamId], home.streamId],
      );
      expect(positions).toHaveLength(3);
    });
  });

  it('appends nothing to a stream that has the same version with another event', async () => {
    const home = anAppend();
    await log.appender.append(home);
    const after = (commandId: string) => ({
      ...anAppend({ streamId: home.streamId, events: [renamed] }),
      expected: { version: 1, commandId },
    });
    expect(await log.appender.append(after(randomUUID()))).toMatchObject({ outcome: 'conflict' });
    expect(await log.appender.append(after(home.commandId))).toMatchObject({ outcome: 'appended' });
  });

  it('says which version stands when another was expected', async () => {
    const item = anAppend({ expected: 3 });
    expect(await log.appender.append(item)).toEqual({ outcome: 'conflict', version: 0, position: null });
    expect(await read(item.streamId)).toEqual([]);
  });

  it('answers each item of one batch for itself', async () => {
    const first = anAppend();
    const rival = anAppend({ streamId: first.streamId });
    const follower = anAppend({ streamId: first.streamId, expected: 1, events: [renamed] });
    const stranger = anAppend({ shard: 3 });
    const answers = await log.appender.appendAll([first, rival, follower, first, stranger]);
    expect(answers.map(({ outcome }) => outcome)).toEqual([
      'appended',
      'conflict',
      'appended',
      'duplicate',
      'appended',
    ]);
    expect((await read(first.streamId)).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('knows an id that is written in capitals', async () => {
    const first = anAppend();
    const rival = anAppend({ streamId: first.streamId.toUpperCase() });
    const again = { ...first, commandId: first.commandId.toUpperCase() };
    const answers = await log.appender.appendAll([first, rival, again]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['appended', 'conflict', 'duplicate']);
  });

  it('lets exactly one of many rivals win', async () => {
    const streamId = randomUUID();
    const rivals = Array.from({ length: 50 }, () => log.appender.append(anAppend({ streamId })));
    const outcomes = (await Promise.all(rivals)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(49);
  });

  it('leaves nothing behind when its transaction is rolled back', async () => {
    const item = anAppend({ shard: 11 });
    const client = await log.database.pool.connect();
    try {
      await client.query('begin');
      await client.query('select append_events($1)', [JSON.stringify([asRow(item)])]);
      await client.query('rollback');
    } finally {
      client.release();
    }
    expect(await readAfter(log.database, { shard: 11, position: 0, limit: 10 })).toEqual([]);
    expect(await log.appender.append(item)).toMatchObject({ outcome: 'appended', version: 1 });
  });

  it('is refused at another isolation level, where the check of versions would see too little', async () => {
    const client = await log.database.pool.connect();
    try {
      await client.query('begin isolation level repeatable read');
      await expect(client.query(`select append_events('[]')`)).rejects.toThrow('read committed only');
      await client.query('rollback');
    } finally {
      client.release();
    }
  });

  it('draws positions from a sequence that no connection keeps back', async () => {
    const [sequence] = await log.database.query<{ cache: number }>(
      `select seqcache as cache from pg_sequence where seqrelid = 'event_positions'::regclass`,
    );
    expect(sequence?.cache).toBe(1);
  });
});
