import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readHeads, readStreams, type Head, type StoredEvent } from '#libs/event-store';
import type { Database } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { anAppend, createWorkspaces, openDatabase, openLog } from '../support/log.js';

const STREAMS = 1_200;
const renamed = { type: 'ListRenamed', schemaVersion: 1, data: { name: 'Work' } };

describe('reading all streams', () => {
  let test: TestDatabase;
  let database: Database;
  let heads: readonly Head[];
  beforeAll(async () => {
    test = await createTestDatabase();
    database = openDatabase(test.url, 'garbanzo_worker');
    const owner = openDatabase(test.url);
    await createWorkspaces(owner, [0, 1, 2]);
    await owner.close();
    const log = openLog(test.url);
    const begun = Array.from({ length: STREAMS }, (_, n) => anAppend({ shard: n % 3 }));
    await log.appender.appendAll(begun);
    // In the log, all second events come after all first ones.
    await log.appender.appendAll(
      begun.map(({ shard, streamId }) => anAppend({ shard, streamId, expected: 1, events: [renamed] })),
    );
    heads = await readHeads(database);
    await log.close();
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  async function readAll(
    ends: readonly Head[],
    part = 0,
    parts = 1,
  ): Promise<readonly (readonly StoredEvent[])[]> {
    const batches: (readonly StoredEvent[])[] = [];
    for await (const batch of readStreams(database, { heads: ends, part, parts })) batches.push(batch);
    return batches;
  }

  it('gives each of them once, whole, and in one batch', async () => {
    const batches = await readAll(heads);
    expect(batches.length).toBeGreaterThan(1);
    const versions = batches.flatMap((batch) =>
      [...Map.groupBy(batch, ({ streamId }) => streamId)].map(([streamId, events]) => ({
        streamId,
        versions: events.map(({ version }) => version),
      })),
    );
    expect(versions).toHaveLength(STREAMS);
    expect(new Set(versions.map(({ streamId }) => streamId)).size).toBe(STREAMS);
    expect(versions.every((stream) => stream.versions.join() === '1,2')).toBe(true);
  });

  it('gives events as they are in the log', async () => {
    const [first] = (await readAll(heads)).flat();
    const [stored] = await database.query(
      `select shard, position, stream_id as "streamId", version, type, schema_version as "schemaVersion",
              workspace_id as "workspaceId", data, recorded_at as "recordedAt"
       from events where stream_id = $1 and version = 1`,
      [first?.streamId],
    );
    expect(first).toEqual(stored);
  });

  it('deals them out among parts, so that none is missing or given twice', async () => {
    const parts = await Promise.all([0, 1, 2].map((part) => readAll(heads, part, 3)));
    const ids = parts.map((batches) => new Set(batches.flat().map(({ streamId }) => streamId)));
    expect(ids.every(({ size }) => size > STREAMS / 6)).toBe(true);
    expect(ids.reduce((sum, { size }) => sum + size, 0)).toBe(STREAMS);
    expect(new Set(ids.flatMap((some) => [...some])).size).toBe(STREAMS);
  });

  it('ends where the shards are said to end', async () => {
    const ends = heads
      .filter(({ shard }) => shard > 0)
      .map(({ shard, position }) => ({ shard, position: position - 1 }));
    const events = (await readAll(ends)).flat();
    expect(new Set(events.map(({ shard }) => shard))).toEqual(new Set([1, 2]));
    expect(events).toHaveLength((STREAMS / 3) * 2 * 2 - 2);
  });

  it('ends its connection when the caller stops before the end', async () => {
    const { pool } = database;
    await readAll(heads);
    const before = pool.totalCount;
    for await (const batch of readStreams(database, { heads, part: 0, parts: 1 })) {
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
    expect(pool.totalCount).toBe(before - 1);
    expect((await readAll(heads)).flat()).toHaveLength(STREAMS * 2);
  });

  it('gives a stream that is longer than many batches whole', async () => {
    const log = openLog(test.url);
    const begun = anAppend({ shard: 0 });
    const { shard, streamId } = begun;
    await log.appender.appendAll([begun]);
    const events = Array.from({ length: 100 }, () => renamed);
    for (let expected = 1; expected < 3_000; expected += events.length) {
      await log.appender.append(anAppend({ shard, streamId, expected, events }));
    }
    await log.close();
    const batches = await readAll(await readHeads(database));
    const sizes = batches.map((batch) => batch.filter((event) => event.streamId === streamId).length);
    expect(sizes.filter((size) => size > 0)).toEqual([3_001]);
  });
});
