import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '#libs/domain';
import { dropOld, todoLists, verifyTables, type Projection } from '#libs/projections';
import { internalsOf } from '#libs/platform';
import { liveLags, liveSchema } from '#libs/read-model';
import { startWeb, startWorker } from '../support/running-app.js';
import { ids, Projecting } from '../support/projecting.js';
import { until } from '../support/until.js';
import { Visitor } from '../support/visitor.js';

const [home = '', milk = '', bread = ''] = ids(3);
const added = (title: string): DomainEvent => ({
  type: 'TodoAdded',
  data: { listId: home, title, order: 'a0' },
});

/** What the release before had. */
const before: Projection = { ...todoLists, version: todoLists.version - 1 };

/** What a release that folds differently would bring. */
const next: Projection = { ...todoLists, version: todoLists.version + 1 };

describe('a projection of a new version', () => {
  let projecting: Projecting;
  beforeAll(async () => {
    projecting = await Projecting.open();
    await projecting.append([
      [home, { type: 'ListCreated', data: { name: 'Home' } }],
      [milk, added('Milk')],
    ]);
    await projecting.project();
  });
  afterAll(() => projecting.close());

  const schemas = async () => {
    const rows = await projecting.database.query<{ nspname: string }>(
      `select nspname from pg_namespace where nspname like 'todo%' order by 1`,
    );
    return rows.map(({ nspname }) => nspname);
  };

  it('is built once, beside the one that the version before reads', async () => {
    expect(await projecting.replay.prepare(next)).toBe(true);
    expect(await projecting.replay.prepare(next)).toBe(false);
    expect(await schemas()).toEqual([todoLists, next].map(liveSchema));
    expect(await verifyTables(projecting.readModel, { projection: next })).toMatchObject({
      events: 2,
      found: 0,
    });
  });

  it('and that one are folded side by side, each by its own workers', async () => {
    await projecting.append([[bread, added('Bread')]]);
    await projecting.project();
    expect(await liveLags(projecting.database)).toMatchObject([
      { version: todoLists.version, shardsBehind: 0 },
    ]);
    expect((await projecting.rows()).todos).toHaveLength(2);
    await projecting.project(1_000, next);
    for (const projection of [todoLists, next]) {
      expect(await verifyTables(projecting.readModel, { projection })).toMatchObject({ events: 3, found: 0 });
    }
  });

  it('stays when older tables are dropped', async () => {
    expect(await dropOld(projecting.readModel, todoLists)).toBe(0);
    expect(await dropOld(projecting.readModel, next)).toBe(1);
    expect(await schemas()).toEqual([liveSchema(next)]);
  });
});

describe('after an update of web and worker', () => {
  let projecting: Projecting;
  beforeAll(async () => {
    projecting = await Projecting.open();
    await projecting.append([[home, { type: 'ListCreated', data: { name: 'Home' } }]]);
    await projecting.project();
    // What there is was folded by the version before, into tables of its own.
    await projecting.asOwner([
      `alter schema ${liveSchema(todoLists)} rename to ${liveSchema(before)}`,
      `update generations set version = ${before.version}`,
    ]);
  });
  afterAll(() => projecting.close());

  it('web is ready once the worker has built the tables that it reads', async () => {
    const web = await startWeb(projecting.url);
    const visitor = new Visitor(web);
    const unready = await visitor.open('/health/ready');
    expect(unready.status).toBe(503);
    expect(unready.text).not.toContain('worker');
    const { details } = await internalsOf(web).readiness();
    expect(JSON.stringify(details)).toContain('are being built by the worker');
    const worker = await startWorker(projecting.url);
    await until(async () => (await visitor.open('/health/ready')).status === 200);
    expect((await visitor.open('/')).text).toContain('Home');
    await Promise.all([web.close(), worker.close()]);
  });
});
