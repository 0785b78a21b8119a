import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '#libs/platform';
import { generationSchema, TODO_LISTS } from '#libs/read-model';
import { Invariants, Witness } from '../invariants/invariants.js';
import { Load } from '../invariants/load.js';
import { watch } from '../invariants/watch.js';
import { garbanzo, startGarbanzo } from '../support/garbanzo.js';
import { openDatabase } from '../support/log.js';
import { OwnServer } from '../support/own-server.js';
import { endProcesses, startProcess } from '../support/processes.js';
import { until } from '../support/until.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { fillLog } from './fill-log.js';

const TODOS = 5_000;
const RENAMES = 9;

/** What somebody does who has just been paged, in order, beside people who go on working. */
describe('the drill', () => {
  const folder = mkdtempSync(join(tmpdir(), 'garbanzo-drill-'));
  const file = join(folder, 'garbanzo.backup');
  const witness = new Witness();
  const watching = new AbortController();
  let server: OwnServer;
  let owner: Database;
  let invariants: Invariants;
  let since: number;
  let load: Load;
  let looks: Promise<number>;

  beforeAll(async () => {
    server = await OwnServer.start();
    // Enough for all who look at once, who would wait for each other otherwise, for three seconds at most.
    owner = openDatabase(server.url, undefined, 30);
    invariants = new Invariants(server.url);
    const list = await fillLog(owner, { todos: TODOS, renames: RENAMES });
    since = await invariants.head();
    const [web] = await Promise.all([
      startProcess('web', server.url, { WEB_CONCURRENCY: '1' }),
      startProcess('worker', server.url),
    ]);
    await until(async () => (await invariants.atRest()).length === 0);
    load = new Load(web.url, witness, { visitors: 2 });
    const isWhole = (html: string) => html.includes(`${TODOS} to do`) && html.includes(`, ${RENAMES + 1}<`);
    looks = watch(`${web.url}${WORKSPACE_PATH}/lists/${list}`, isWhole, { witness, signal: watching.signal });
  });
  afterAll(async () => {
    watching.abort();
    await endProcesses();
    await Promise.all([owner.close(), invariants.close()]);
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const run = (...args: string[]) => garbanzo(args, { DATABASE_URL: server.url });
  const generations = () =>
    owner.query<{ id: number; state: string }>(
      'select id, state from generations where projection = $1 order by id',
      [TODO_LISTS.name],
    );

  /** How many rows the generation that is being built has so far. */
  async function rowsBuilt(): Promise<number> {
    const building = (await generations()).find(({ state }) => state === 'building');
    if (building === undefined) return 0;
    const [row] = await owner
      .query<{ count: number }>(`select count(*) from ${generationSchema(TODO_LISTS, building.id)}.todos`)
      .catch(() => []);
    return row?.count ?? 0;
  }

  it('a replay that is killed halfway leaves what is read as it was', async () => {
    const before = (await generations()).find(({ state }) => state === 'live');
    const replay = startGarbanzo(['replay', '--gentle'], server.url);
    await until(async () => (await rowsBuilt()) > 0);
    replay.kill('SIGKILL');
    await once(replay, 'exit');
    expect(await rowsBuilt()).toBeLessThan(TODOS);
    expect(await generations()).toEqual([before, { id: expect.any(Number), state: 'building' }]);
    expect(await invariants.moving()).toEqual([]);
  });

  it('the next one cleans up, builds all of it, and changes over', async () => {
    expect(await run('replay')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('was built again'),
    });
    expect(await generations()).toEqual([{ id: expect.any(Number), state: 'live' }]);
    expect(await run('verify')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('they are equal'),
    });
  });

  it('a backup is taken', async () => {
    expect(await run('backup', file)).toMatchObject({ code: 0 });
  });

  it('a new server is restored from it, and is what the log says', async () => {
    const other = await OwnServer.startEmpty();
    const there = (...args: string[]) => garbanzo(args, { DATABASE_URL: other.url });
    expect(await there('restore', file)).toMatchObject({ code: 0 });
    expect(await there('verify')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('they are equal'),
    });
    const database = openDatabase(other.url, undefined, 30);
    const [restored, original] = [await digest(database), await digest(owner, await headOf(database))];
    await database.close();
    await other.close();
    expect(restored).toEqual(original);
  });

  it('nobody who was working all the while has noticed', async () => {
    watching.abort();
    await load.stop();
    expect(await looks).toBeGreaterThan(100);
    expect(witness.acknowledged.size).toBeGreaterThan(100);
    expect(witness.failures).toEqual([]);
    expect(await invariants.atRest(witness, since)).toEqual([]);
  });
});

async function headOf(database: Database): Promise<number> {
  const [row] = await database.query<{ head: number }>('select max(position) as head from events');
  return row?.head ?? 0;
}

/** Every column of every event up to a position, and their number. */
async function digest(database: Database, upTo = Number.MAX_SAFE_INTEGER): Promise<unknown> {
  return await database.query(
    `select count(*), md5(string_agg(to_jsonb(e)::text, ',' order by position)) from events e where position <= $1`,
    [upTo],
  );
}
