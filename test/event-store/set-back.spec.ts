import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { anAppend, createWorkspaces, openDatabase, openLog, SHARD } from '../support/log.js';

/** As after a restore that forgot the sequence. */
describe('a sequence that was set back behind the log', () => {
  let test: TestDatabase;
  let owner: Database;
  let log: ReturnType<typeof openLog>;
  beforeEach(async () => {
    test = await createTestDatabase();
    owner = openDatabase(test.url);
    log = openLog(test.url);
    await createWorkspaces(owner, [3]);
    for (let count = 0; count < 10; count += 1) await log.appender.append(anAppend());
  });
  afterEach(async () => {
    await Promise.all([log.close(), owner.close()]);
    await test.drop();
  });

  const positionAfter = async (shard = SHARD) => {
    const appended = await log.appender.append(anAppend({ shard }));
    return appended.outcome === 'appended' ? appended.position : 0;
  };

  it.each([`setval('event_positions', 3)`, `setval('event_positions', 10, false)`])(
    'lets writes go on behind the log: %s',
    async (setBack) => {
      await owner.query(`select ${setBack}`);
      expect(await positionAfter()).toBeGreaterThan(10);
    },
  );

  it('leaves no event in a hole, where nobody would fold it', async () => {
    await owner.query(`set session_replication_role = 'replica'; delete from events where position = 4`);
    await owner.query(`select setval('event_positions', 3)`);
    expect(await positionAfter()).toBeGreaterThan(10);
  });

  it('is set right by one of many who notice, and never set back by another', async () => {
    await positionAfter(3);
    await owner.query(`select setval('event_positions', 1)`);
    const appends = Array.from({ length: 40 }, (_, nth) => positionAfter(nth % 2 === 0 ? SHARD : 3));
    const positions = await Promise.all(appends);
    expect(Math.min(...positions)).toBeGreaterThan(10);
    expect(new Set(positions).size).toBe(40);
  });
});
