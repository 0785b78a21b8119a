import type { Queryable } from '#libs/platform';
import { QUEUES, SCHEMA } from './queues.js';

export interface QueueTroubles {
  /** Queues that should exist but do not. */
  readonly missing: readonly string[];
  /** For each queue, how long the oldest job that is due has been waiting, in seconds. */
  readonly waiting: readonly { readonly queue: string; readonly seconds: number }[];
}

export async function findQueueTroubles(database: Queryable): Promise<QueueTroubles> {
  const there = await database.query<{ name: string }>(`select name from ${SCHEMA}.queue`);
  const names = new Set(there.map(({ name }) => name));
  const waiting = await database.query<QueueTroubles['waiting'][number]>(
    `select name as queue, extract(epoch from now() - min(greatest(created_on, start_after)))::float8 as seconds
     from ${SCHEMA}.job where state = 'created' and start_after <= now() group by name order by name`,
  );
  return { missing: QUEUES.map(({ name }) => name).filter((name) => !names.has(name)), waiting };
}
