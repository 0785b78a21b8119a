import type { Queryable } from '#libs/platform';
import { headOf, IS_AHEAD } from './is-ahead.js';
import { SHAPES, type Shape } from './shapes.js';

/** Seconds that an event may wait to be folded before somebody should look why. */
export const TOLERATED_LAG = 10;

export interface Lag {
  readonly projection: string;
  readonly version: number;
  /** `kept` is a generation that was live before and can be made live again. */
  readonly state: 'live' | 'kept';
  /** The last position in the log. */
  readonly head: number;
  /** The last position that the generation has folded. */
  readonly checkpoint: number;
  /**
   * How long ago the oldest event that is not folded yet was recorded, in seconds; 0 if there is none. Of a log that was put
   * back from an older backup, no event is folded.
   */
  readonly seconds: number;
  /** The number of shards with events that are not folded yet. */
  readonly shardsBehind: number;
  /** The shards in which an event waits for longer than is tolerated. */
  readonly shardsLate: readonly number[];
  /** The shards in which the tables have folded what the log does not hold. */
  readonly shardsAhead: readonly number[];
  readonly parked: number;
}

/**
 * How far each live or kept generation is behind the log. It takes a few index look-ups per shard, however
 * long the log is.
 */
export function lags(database: Queryable): Promise<Lag[]> {
  return database.query<Lag>(`
      select g.projection, g.version, g.state, coalesce(max(head.position), 0)::bigint as head,
             max(c.position)::bigint as checkpoint,
             coalesce(extract(epoch from clock_timestamp() - min(next.recorded_at)), 0)::float8 as seconds,
             count(next.recorded_at) as "shardsBehind",
             coalesce(array_agg(c.shard order by c.shard)
               filter (where clock_timestamp() - next.recorded_at > make_interval(secs => ${TOLERATED_LAG})), '{}')
               as "shardsLate",
             coalesce(array_agg(c.shard order by c.shard) filter (where ${IS_AHEAD}), '{}') as "shardsAhead",
             (select count(*) from parked_streams p where p.generation = g.id) as parked
      from generations g join checkpoints c on c.generation = g.id
      left join ${headOf('c.shard')} on true
      left join lateral (
        select recorded_at from events e
        where e.shard = c.shard and e.position > case when ${IS_AHEAD} then 0 else c.position end
        order by position limit 1) next on true
      where g.state <> 'building'
      group by g.id order by g.projection, g.version, g.id`);
}

/**
 * The lags of the live tables that this version of the code reads. Kept generations and those of other
 * versions do not matter to its readers.
 */
export async function liveLags(database: Queryable, shapes: readonly Shape[] = SHAPES): Promise<Lag[]> {
  const isRead = ({ projection, version, state }: Lag) =>
    state === 'live' && shapes.some((shape) => shape.name === projection && shape.version === version);
  return (await lags(database)).filter(isRead);
}
