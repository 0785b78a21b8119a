import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { FindPrincipal } from '#libs/accounts';
import type { Database } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';
import { step } from './canaries/steps.js';
import { Town } from './canaries/town.js';

const RUNS = 8;

describe('what is in a workspace, whoever joins, leaves and changes what', () => {
  let test: TestDatabase;
  let owner: Database;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  beforeAll(async () => {
    test = await createTestDatabase();
    owner = openDatabase(test.url);
    [web, worker] = await Promise.all([startWeb(test.url), startWorker(test.url)]);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close(), owner.close()]);
    await test.drop();
  });

  it('is shown to nobody who is not in it at that moment', async () => {
    let looks = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 16 }), async (steps) => {
        const town = await Town.build(web, owner);
        for (const each of steps) {
          await town.take(each);
          if (each.does === 'join' || each.does === 'leave') await town.lookInto(each.where);
        }
        await until(() => town.isSeenByMembers());
        await town.lookAtEverything();
        looks += town.looks;
        expect(town.leaks).toEqual([]);
      }),
      // What is found is short enough to read, and finding something shorter takes minutes.
      { numRuns: RUNS, endOnFailure: true },
    );
    process.stderr.write(`canaries: ${looks} answers of ${RUNS} towns\n`);
  });

  it('is seen to leak when rights are remembered, as from a projection that lags', async () => {
    const find = Reflect.get(FindPrincipal.prototype, 'find');
    const stale = new Map<string, ReturnType<FindPrincipal['find']>>();
    jest.spyOn(FindPrincipal.prototype, 'find').mockImplementation(function (this: FindPrincipal, asking) {
      const key = JSON.stringify(asking);
      const found = stale.get(key) ?? find.call(this, asking);
      stale.set(key, found);
      return found;
    });
    const town = await Town.build(web, owner);
    await until(() => town.isSeenByMembers());
    expect(town.leaks).toEqual([]);
    await town.take({ does: 'leave', who: 0, where: 0 });
    await town.lookAtEverything();
    expect(town.leaks).not.toEqual([]);
  });
});
