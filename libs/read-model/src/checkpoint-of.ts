import { sql, type RawBuilder } from 'kysely';
import type { Shape } from './shapes.js';

/** Joins, as `c`, how far the live tables of a projection are in the shard of a row `asked`. */
export function checkpointOf({ name, version }: Shape): RawBuilder<unknown> {
  return sql`
    left join generations g on g.projection = ${name} and g.version = ${version} and g.state = 'live'
    left join checkpoints c on c.generation = g.id and c.shard = asked.shard`;
}
