import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Metrics } from '#libs/platform';
import { PROJECTIONS, Projections } from '#libs/projections';
import { TODO_LISTS } from '#libs/read-model';
import { LagMetrics } from '../../apps/worker/src/lag-metrics.js';
import { ids, Projecting } from '../support/projecting.js';

const [home = ''] = ids(1);
const lateShards = readFileSync('k8s/charts/garbanzo/files/late-shards.sql', 'utf8');

/** As an update and a replay leave them: tables of the version before, and tables that are only kept. */
const OTHERS = [
  `insert into generations (projection, version, state)
   values ('todo-lists', 0, 'live'), ('todo-lists', ${TODO_LISTS.version}, 'kept')`,
  `insert into checkpoints (generation, shard, position)
   select id, shard, 0 from generations, generate_series(0, 63) shard where version = 0 or state = 'kept'`,
];

/** As if all events had been recorded so many seconds ago, or were to be recorded in so many. */
const recorded = (seconds: number) => [
  'alter table events disable trigger user',
  `update events set recorded_at = clock_timestamp() + interval '${seconds} seconds'`,
  'alter table events enable trigger user',
];

describe('how far the worker is behind', () => {
  let projecting: Projecting;
  beforeAll(async () => {
    projecting = await Projecting.open();
    await projecting.asOwner(OTHERS);
    await projecting.append([[home, { type: 'ListCreated', data: { name: 'Home' } }]]);
  });
  afterAll(() => projecting.close());

  async function measured(name: string): Promise<number> {
    const metrics = new Metrics();
    void new LagMetrics(projecting.database, new Projections(PROJECTIONS), metrics);
    const text = await metrics.registry.metrics();
    return Number(new RegExp(`^${name}\\{projection="todo-lists"\\} (.*)$`, 'm').exec(text)?.[1]);
  }

  async function late(): Promise<number> {
    const rows = await projecting.database.query<{ count: number }>(lateShards);
    return rows[0]?.count ?? Number.NaN;
  }

  it('is told by the metrics, and a wait of seconds is no reason for more workers', async () => {
    await expect(measured('garbanzo_projection_shards_behind')).resolves.toBe(1);
    await expect(measured('garbanzo_projection_lag_seconds')).resolves.toBeGreaterThan(0);
    // However long this test is kept waiting, it is not five seconds.
    await projecting.asOwner(recorded(3_600));
    await expect(late()).resolves.toBe(0);
  });

  it('is a reason for more workers after five seconds', async () => {
    await projecting.asOwner(recorded(-10));
    await expect(measured('garbanzo_projection_lag_seconds')).resolves.toBeGreaterThan(10);
    await expect(late()).resolves.toBe(1);
  });

  it('is nothing once all is folded, whatever other versions have left behind', async () => {
    await projecting.project();
    await expect(measured('garbanzo_projection_shards_behind')).resolves.toBe(0);
    await expect(measured('garbanzo_projection_lag_seconds')).resolves.toBe(0);
    await expect(measured('garbanzo_parked_streams')).resolves.toBe(0);
    await expect(late()).resolves.toBe(0);
  });
});
