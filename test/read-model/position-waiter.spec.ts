import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Notifications } from '#libs/platform';
import { PositionWaiter, ReadModel, TODO_LISTS } from '#libs/read-model';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { anAppend, createWorkspaces, openDatabase, openLog, SHARD, silent } from '../support/log.js';

const SHARDS = [SHARD, 9, 11, 13, 15, 17, 19, 21];

describe('pages that wait for a position', () => {
  let test: TestDatabase;
  let log: ReturnType<typeof openLog>;
  let notifications: Notifications;
  let waiter: PositionWaiter;
  let heads: ReadonlyMap<number, number>;
  let looks = 0;
  beforeAll(async () => {
    test = await createTestDatabase();
    log = openLog(test.url);
    const owner = openDatabase(test.url);
    await createWorkspaces(owner, SHARDS);
    await owner.close();
    // Nothing is folded: there is no worker.
    const appended = SHARDS.map((shard) => log.appender.append(anAppend({ shard })));
    const positions = (await Promise.all(appended)).map((each) => ('position' in each ? each.position : 0));
    heads = new Map(SHARDS.map((shard, nth) => [shard, positions[nth] ?? 0]));
    const session = { url: test.url, name: 'garbanzo web', role: 'garbanzo_web', logger: silent } as const;
    notifications = new Notifications(session);
    waiter = new PositionWaiter(new ReadModel(log.database), notifications);
    notifications.start();
    log.database.pool.on('acquire', () => (looks += 1));
  });
  afterAll(async () => {
    await notifications.close();
    await log.close();
    await test.drop();
  });

  const { name: projection, version } = TODO_LISTS;
  const reached = (shard: number, position = heads.get(shard) ?? 0) =>
    waiter.reached({ projection, version, shard, position });

  it('ask the database together, however many there are', async () => {
    looks = 0;
    const answers = await Promise.all(Array.from({ length: 100 }, () => reached(SHARD)));
    expect(new Set(answers)).toEqual(new Set([false]));
    // One look every 25 ms for a second.
    expect(looks).toBeLessThanOrEqual(45);
  });

  it('ask together for all shards as well', async () => {
    looks = 0;
    const answers = await Promise.all(SHARDS.map((shard) => reached(shard)));
    expect(new Set(answers)).toEqual(new Set([false]));
    expect(looks).toBeLessThanOrEqual(45);
  });

  it('do not wait for what is not in the log', async () => {
    looks = 0;
    expect(await reached(SHARD, 999_999_999_999_999)).toBe(true);
    expect(await reached(SHARD + 1, 1)).toBe(true);
    expect(looks).toBeLessThanOrEqual(4);
  });

  it('are sent on at once when too many wait already', async () => {
    const waiting = Array.from({ length: 300 }, () => reached(SHARD));
    const first = Promise.all(waiting).then(() => 'those that wait');
    const sentOn = reached(SHARD).then((isThere) => ['sent on', isThere]);
    expect(await Promise.race([sentOn, first])).toEqual(['sent on', false]);
    await first;
  });

  it('go on when the worker announces the position', async () => {
    const arrived = reached(SHARD);
    await log.database.query('select pg_notify($1, $2)', [
      'garbanzo_projected',
      `${projection} ${version} ${SHARD} ${heads.get(SHARD)}`,
    ]);
    // Looking would not find it: nothing was folded.
    expect(await arrived).toBe(true);
  });
});
