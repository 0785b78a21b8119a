import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { readAfter } from '#libs/event-store';
import type { Database } from '#libs/platform';
import { createTestDatabase } from '../support/database.js';
import { anAppend, createWorkspaces, openDatabase } from '../support/log.js';
import { asRow } from '../support/append-row.js';

const WRITERS = 16;
const SHARDS = 2;
const APPENDS_EACH = 40;
/** So often the fault is given a chance to show. */
const ROUNDS = 10;

/** Appends and holds the transaction open for a moment; every tenth is rolled back. */
async function write(database: Database): Promise<void> {
  const client = await database.pool.connect();
  try {
    for (let n = 0; n < APPENDS_EACH; n += 1) await writeOnce(client);
  } finally {
    client.release();
  }
}

async function writeOnce(client: pg.PoolClient): Promise<void> {
  const shard = Math.floor(Math.random() * SHARDS);
  await client.query('begin');
  await client.query('select append_events($1)', [JSON.stringify([asRow(anAppend({ shard }))])]);
  await pause(Math.random() * 4);
  await client.query(Math.random() < 0.1 ? 'rollback' : 'commit');
}

/** Follows a shard as a projection does, asking only for what is after the last position it has seen. */
async function follow(database: Database, shard: number, goesOn: () => boolean): Promise<number[]> {
  const seen: number[] = [];
  for (let isLevel = false; !isLevel;) {
    // Asked before reading: what was committed before the end must still be read.
    const isEnding = !goesOn();
    const events = await readAfter(database, { shard, position: seen.at(-1) ?? 0, limit: 100 });
    seen.push(...events.map(({ position }) => position));
    isLevel = isEnding && events.length === 0;
  }
  return seen;
}

/** How many committed events the readers missed. */
async function missed(database: Database): Promise<number> {
  let isWriting = true;
  const readers = Array.from({ length: SHARDS }, (_, shard) => follow(database, shard, () => isWriting));
  await Promise.all(Array.from({ length: WRITERS }, () => write(database)));
  isWriting = false;
  const seen = await Promise.all(readers);
  const [committed] = await database.query<{ count: number }>('select count(*) from events');
  expect(committed?.count).toBeGreaterThan(100);
  return (committed?.count ?? 0) - seen.flat().length;
}

describe('many writers and a reader that follows them', () => {
  let test: Awaited<ReturnType<typeof createTestDatabase>>;
  let database: Database;
  beforeEach(async () => {
    test = await createTestDatabase();
    database = openDatabase(test.url, 'garbanzo_web', WRITERS + SHARDS);
    const owner = openDatabase(test.url);
    await createWorkspaces(
      owner,
      Array.from({ length: SHARDS }, (_, shard) => shard),
    );
    await owner.close();
  });
  afterEach(async () => {
    await database.close();
    await test.drop();
  });

  it('never skips an event', async () => {
    expect(await missed(database)).toBe(0);
  });

  it('skips events without the lock of the shard (so this test can fail)', async () => {
    const owner = openDatabase(test.url);
    await owner.query(`
      do $$ begin
        execute replace(pg_get_functiondef('append_events'::regproc),
                        'perform pg_advisory_xact_lock(1735549538, locked);', 'null;');
      end $$`);
    await owner.close();
    let count = 0;
    for (let round = 0; round < ROUNDS && count === 0; round += 1) count = await missed(database);
    expect(count).toBeGreaterThan(0);
  });
});
