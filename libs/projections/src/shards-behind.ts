import { sql } from 'kysely';
import type { ReadModel } from '#libs/read-model';

/** The shards in which the log is ahead of a projection: one index look-up each. */
export async function shardsBehind(readModel: ReadModel, projection: string): Promise<number[]> {
  const { rows } = await sql<{ shard: number }>`
    select c.shard from checkpoints c
    where c.projection = ${projection}
      and exists (select from events e where e.shard = c.shard and e.position > c.position)`.execute(
    readModel.kysely,
  );
  return rows.map(({ shard }) => shard);
}
