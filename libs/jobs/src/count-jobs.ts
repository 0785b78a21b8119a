import type { Queryable } from '#libs/platform';
import { SCHEMA } from './queues.js';

export interface QueueCount {
  readonly queue: string;
  readonly state: string;
  readonly count: number;
}

/** Counts the jobs in each queue, by state. */
export function countJobs(database: Queryable): Promise<QueueCount[]> {
  return database.query<QueueCount>(
    `select name as queue, state::text, count(*) as count from ${SCHEMA}.job group by name, state order by name, state`,
  );
}
