import { sql } from 'kysely';
import type { ReadModel, Shape } from '#libs/read-model';

export interface Behind {
  readonly generation: number;
  readonly state: 'live' | 'kept' | 'building';
  readonly shard: number;
}

/**
 * Finds the shards in which a generation of the projection is behind the log: one index look-up per shard.
 */
export async function shardsBehind(
  readModel: ReadModel,
  { name, version }: Shape,
): Promise<readonly Behind[]> {
  const { rows } = await sql<Behind>`
    select g.id as generation, g.state, c.shard
    from generations g join checkpoints c on c.generation = g.id
    where g.projection = ${name} and g.version = ${version}
      and exists (select from events e where e.shard = c.shard and e.position > c.position)`.execute(
    readModel.kysely,
  );
  return rows;
}
