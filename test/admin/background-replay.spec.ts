import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { cancelReplay, type Cancelled, ReplayCancelledError, search, todoLists } from '#libs/projections';
import { TODO_LISTS } from '#libs/read-model';
import { garbanzo } from '../support/garbanzo.js';
import { ids, Projecting } from '../support/projecting.js';
import { startWorker } from '../support/running-app.js';
import { until } from '../support/until.js';

const [home = ''] = ids(1);

/** 'repl' as a number, as in replay-lock.ts. */
const REPLAY_LOCK = 1919250540;

describe('a replay in the background', () => {
  let projecting: Projecting;
  let worker: NestFastifyApplication;
  beforeAll(async () => {
    projecting = await Projecting.open();
    await projecting.append([[home, { type: 'ListCreated', data: { name: 'Home' } }]]);
    await projecting.replay.prepare(search);
    worker = await startWorker(projecting.url, [todoLists]);
  });
  afterAll(async () => {
    await worker.close();
    await projecting.close();
  });

  const run = (...args: string[]) => garbanzo(args, { DATABASE_URL: projecting.url });
  const live = async () => {
    const rows = await projecting.database.query<{ id: number }>(
      `select id from generations where projection = 'todo-lists' and state = 'live'`,
    );
    return rows[0]?.id ?? 0;
  };

  /** Another generation is read, and its replay has put down its lock: the next one can begin. */
  async function untilReplayed(before: number): Promise<void> {
    await until(async () => (await live()) > before);
    await until(async () => {
      const locks = await projecting.database.query(
        `select from pg_locks where locktype = 'advisory' and classid = $1`,
        [REPLAY_LOCK],
      );
      return locks.length === 0;
    });
  }

  /** A replay writes now and then how far it is, and reads there whether somebody has asked for its end. */
  async function untilReplayHasLooked(): Promise<void> {
    const progress = async () =>
      (await projecting.database.query(`select progress from generations where state = 'building'`))[0];
    const before = JSON.stringify(await progress());
    await until(async () => JSON.stringify(await progress()) !== before);
  }

  it('is done by the worker', async () => {
    const before = await live();
    const { code, stdout } = await run('replay', 'todo-lists', '--background');
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('The worker does it.') });
    await untilReplayed(before);
    expect((await run('verify')).code).toBe(0);
  });

  it('is seen in the status while it runs, is not begun twice, and can be stopped', async () => {
    const before = await live();
    await projecting.whileReplaysAreHeld(async () => {
      await run('replay', 'todo-lists', '--background');
      const running = new RegExp(`replay +todo-lists \\(version ${TODO_LISTS.version}\\) since`);
      await until(async () => running.test((await run('status')).stdout));
      const again = await run('replay', 'todo-lists', '--background');
      expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('waits or runs already') });
      const here = await run('replay', 'todo-lists');
      expect(here.stderr).toMatch(/A replay of todo-lists is running since .* garbanzo replay --cancel/);
    });
    await untilReplayed(before);
  });

  it('leaves everything as it was when it is cancelled', async () => {
    const before = await live();
    let outcome: Promise<unknown> | undefined;
    let cancelling: Promise<Cancelled> | undefined;
    await projecting.whileReplaysAreHeld(async () => {
      outcome = projecting.replay.run(todoLists).catch((error: unknown) => error);
      await projecting.untilBuilding();
      cancelling = cancelReplay(projecting.readModel, todoLists);
      await until(async () => {
        const asked = await projecting.database.query(`select from generations where cancel_requested`);
        return asked.length > 0;
      });
      await untilReplayHasLooked();
    });
    expect(await outcome).toBeInstanceOf(ReplayCancelledError);
    expect(await cancelling).toBe('ended');
    expect(await live()).toBe(before);
    expect(await run('replay', '--cancel')).toMatchObject({
      code: 1,
      stderr: 'No replay of todo-lists is running.\n',
    });
  });
});
