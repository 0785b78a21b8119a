import { sql } from 'kysely';
import { headOf, IS_AHEAD, type ReadModel, type Shape } from '#libs/read-model';

export interface Behind {
  readonly generation: number;
  readonly state: 'live' | 'kept' | 'building';
  readonly shard: number;
}

/**
 * Finds the shards in which a generation of the projection is behind the log, or newer than it, so that folding says so: a
 * few index look-ups per shard.
 */
export async function shardsBehind(
  readModel: ReadModel,
  { name, version }: Shape,
): Promise<readonly Behind[]> {
  const { rows } = await sql<Behind>`
    select g.id as generation, g.state, c.shard
    from generations g join checkpoints c on c.generation = g.id left join ${sql.raw(headOf('c.shard'))} on true
    where g.projection = ${name} and g.version = ${version}
      and (head.position > c.position or ${sql.raw(IS_AHEAD)})`.execute(readModel.kysely);
  return rows;
}
