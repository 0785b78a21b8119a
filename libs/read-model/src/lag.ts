import type { Queryable } from '#libs/platform';
import { SHAPES, type Shape } from './shapes.js';

export interface Lag {
  readonly projection: string;
  readonly version: number;
  /** Kept: the generation that was live before, and can be gone back to. */
  readonly state: 'live' | 'kept';
  /** The last position of the log that this projection could have folded. */
  readonly head: number;
  /** The last position that it has folded. */
  readonly checkpoint: number;
  /** How long the oldest event that is not folded has waited, in seconds. */
  readonly seconds: number;
  /** Shards that have events which are not folded yet. */
  readonly shardsBehind: number;
  readonly parked: number;
}

/** How far all generations are behind the log: a few index look-ups per shard, whatever the length of the log. */
export function lags(database: Queryable): Promise<Lag[]> {
  return database.query<Lag>(`
      select g.projection, g.version, g.state, coalesce(max(head.position), 0)::bigint as head,
             max(c.position)::bigint as checkpoint,
             coalesce(extract(epoch from clock_timestamp() - min(next.recorded_at)), 0)::float8 as seconds,
             count(next.recorded_at) as "shardsBehind",
             (select count(*) from parked_streams p where p.generation = g.id) as parked
      from generations g join checkpoints c on c.generation = g.id
      left join lateral (
        select position from events e where e.shard = c.shard order by position desc limit 1) head on true
      left join lateral (
        select recorded_at from events e where e.shard = c.shard and e.position > c.position
        order by position limit 1) next on true
      where g.state <> 'building'
      group by g.id order by g.projection, g.version, g.id`);
}

/** The same for what this version of the code reads. What was kept, or is read by another version, waits for nobody here. */
export async function liveLags(database: Queryable, shapes: readonly Shape[] = SHAPES): Promise<Lag[]> {
  const isRead = ({ projection, version, state }: Lag) =>
    state === 'live' && shapes.some((shape) => shape.name === projection && shape.version === version);
  return (await lags(database)).filter(isRead);
}
