import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { lockCheckpoint } from '../../libs/projections/src/checkpoints.js';
import { todoLists } from '#libs/projections';
import { SHARD } from '../support/log.js';
import { Projecting } from '../support/projecting.js';
import { until } from '../support/until.js';

const created = { type: 'ListCreated', data: { name: 'Home' } } as const;

describe('the lock of a checkpoint', () => {
  let projecting: Projecting;
  let other: pg.Client;
  beforeAll(async () => {
    projecting = await Projecting.open();
    await projecting.append([[randomUUID(), created]]);
    await projecting.project();
    other = new pg.Client(projecting.url);
    await other.connect();
  });
  afterAll(async () => {
    await other.end();
    await projecting.close();
  });

  const isSomebodyWaiting = async () =>
    (await other.query(`select from pg_stat_activity where wait_event_type = 'Lock'`)).rows.length > 0;

  it('tells how the tables stand once it is held, not when it was asked for', async () => {
    await other.query('begin');
    await other.query('select from checkpoints where shard = $1 for update', [SHARD]);
    const locked = projecting.readModel.kysely
      .transaction()
      .execute((transaction) =>
        lockCheckpoint(transaction, { projection: todoLists }, { shard: SHARD, wait: true }),
      );
    await until(isSomebodyWaiting);
    // Another worker folds an event that came meanwhile, and parks its stream.
    await projecting.append([[randomUUID(), created]]);
    await other.query(
      `with last as (select * from events where shard = $1 order by position desc limit 1), moved as (
         update checkpoints c set position = last.position, command_id = last.command_id from last
         where c.shard = $1 returning c.generation
       )
       insert into parked_streams (generation, shard, stream_id, position, event_type, error)
       select generation, shard, stream_id, position, type, 'new' from last, moved`,
      [SHARD],
    );
    await other.query('commit');
    expect(await locked).toMatchObject({ hasParked: true, isAhead: false, position: expect.any(Number) });
  });
});
