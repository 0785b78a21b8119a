import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { internalsOf } from '#libs/platform';
import { todoLists, verifyTables } from '#libs/projections';
import { liveLags } from '#libs/read-model';
import { garbanzo } from '../support/garbanzo.js';
import { SHARD } from '../support/log.js';
import { ids, Projecting } from '../support/projecting.js';
import { startWeb, startWorker } from '../support/running-app.js';
import { SecondWorkspace } from '../support/second-workspace.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

const [home = '', milk = '', bread = '', tea = ''] = ids(4);
const title = (name: string) => ({ type: 'TodoRenamed', data: { title: name } }) as const;
const added = (name: string) =>
  ({ type: 'TodoAdded', data: { listId: home, title: name, order: 'a0' } }) as const;

/** As after a restore of an older backup of the log alone: its last events are gone, and so is the count of positions. */
const forgetEventsAfter = (position: number) => [
  `set local session_replication_role = 'replica'`,
  `delete from events where position > ${position}`,
  `select setval('event_positions', ${position})`,
];

const REFUSED = /have folded events in shard 46 that the log does not hold.*Run garbanzo replay/;

describe('tables that are newer than the log', () => {
  let projecting: Projecting;
  beforeEach(async () => {
    projecting = await Projecting.open();
    await projecting.append([
      [home, { type: 'ListCreated', data: { name: 'Home' } }],
      [milk, added('Milk')],
      [bread, added('Bread')],
      ...[1, 2, 3, 4].map((nth) => [milk, title(`Milk ${nth}`)] as const),
    ]);
    await projecting.project();
    // Five back: the log knows of the list and of one to-do.
    await projecting.asOwner(forgetEventsAfter(2));
  });
  afterEach(() => projecting.close());

  const passTheOldEnd = () =>
    projecting.append(Array.from({ length: 9 }, (_, nth) => [milk, title(`New ${nth}`)] as const));
  const admin = (command: string) => garbanzo([command], { DATABASE_URL: projecting.url });
  const shardsAhead = async () => (await liveLags(projecting.database))[0]?.shardsAhead;

  it('are named, while the log is shorter and when it has passed them', async () => {
    expect(await shardsAhead()).toEqual([SHARD]);
    await passTheOldEnd();
    expect(await shardsAhead()).toEqual([SHARD]);
  });

  it('count as behind, so that the alerts for late tables tell of them', async () => {
    const [lag] = await liveLags(projecting.database);
    expect(lag).toMatchObject({ shardsBehind: 1, checkpoint: 7, head: 2 });
    expect(lag?.seconds).toBeGreaterThan(0);
  });

  it('fold nothing more: the log would be folded into what it does not say', async () => {
    const before = await projecting.rows();
    await projecting.append([[tea, added('Tea')]]);
    await expect(projecting.project()).rejects.toThrow(REFUSED);
    await passTheOldEnd();
    await expect(projecting.project()).rejects.toThrow(REFUSED);
    expect(await projecting.rows()).toEqual(before);
  });

  it('are told of by status, doctor and verify', async () => {
    const status = await admin('status');
    expect(status).toMatchObject({ code: 1 });
    expect(status.stdout).toMatch(
      /todo-lists .*: checkpoint 7, newer than the log in shard 46: run garbanzo replay/,
    );
    expect(await admin('doctor')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/✗ projections +of todo-lists .*shard 46.*\n +→ run garbanzo replay/),
    });
    const verified = await admin('verify');
    expect(verified).toMatchObject({ code: 1 });
    expect(verified.stdout).toContain(
      'checkpoints shard 46: expected "the log from which they were folded", found "another one: run garbanzo replay"',
    );
  });

  it('are built again by a replay, and folded on', async () => {
    await projecting.append([[tea, added('Tea')]]);
    await projecting.replay.run(todoLists);
    expect(await shardsAhead()).toEqual([]);
    await passTheOldEnd();
    await projecting.project();
    const { todos } = await projecting.rows();
    expect(todos.map((todo) => (todo as { title: string }).title).toSorted()).toEqual(['New 8', 'Tea']);
    expect(await verifyTables(projecting.readModel, { projection: todoLists })).toMatchObject({ found: 0 });
  });
});

describe('web and worker on tables that are newer than the log', () => {
  let projecting: Projecting;
  let web: NestFastifyApplication;
  let worker: NestFastifyApplication;
  beforeAll(async () => {
    projecting = await Projecting.open();
    web = await startWeb(projecting.url);
  });
  afterAll(async () => {
    await Promise.all([web.close(), worker.close()]);
    await projecting.close();
  });

  it('say so, and a page never shows in silence what lacks what was just written', async () => {
    const visitor = new Visitor(web);
    for (const name of ['One', 'Two', 'Three']) await visitor.post('/lists', { name });
    await projecting.project();
    await projecting.asOwner(forgetEventsAfter(1));
    worker = await startWorker(projecting.url, [todoLists]);
    const { headers } = await visitor.post('/lists', { name: 'Four' });
    const seen = String(headers.location).replace(/^.*\?/, '?');
    expect((await visitor.open(`/${seen}`)).text).toContain('Still catching up');
    for (const app of [web, worker]) {
      const { isReady, details } = await internalsOf(app).readiness();
      expect(isReady).toBe(true);
      expect(details).toMatchObject({
        status: 'degraded',
        details: { projections: { 'todo-lists': { reasons: [expect.stringMatching(REFUSED)] } } },
      });
    }
    await projecting.replay.run(todoLists);
    await until(async () => (await visitor.open('/')).text.includes('Four'), 5_000);
    expect((await internalsOf(worker).readiness()).details).toMatchObject({ status: 'ok' });
  });
});

describe('erasing the last events of a log', () => {
  let second: SecondWorkspace;
  beforeAll(async () => {
    second = await SecondWorkspace.open();
    await second.begin();
  });
  afterAll(() => second.close());

  it('does not make the tables newer than the log', async () => {
    await second.erase();
    expect(await liveLags(second.owner)).toMatchObject([{ shardsAhead: [], checkpoint: 2 }]);
    await second.begin();
    expect(await second.verify()).toMatchObject({ found: 0 });
  });
});
