import type { Queryable } from '#libs/platform';
import { LOCK } from './replay-lock.js';

export interface GenerationState {
  readonly id: number;
  readonly projection: string;
  readonly version: number;
  readonly state: 'building' | 'live' | 'kept';
  /** Whether a process is replaying this projection, and so holds its replay lock. */
  readonly isReplaying: boolean;
}

/** Lists all generations of all projections, including those of other versions of the code. */
export async function listGenerations(database: Queryable): Promise<readonly GenerationState[]> {
  return await database.query<GenerationState>(
    `select id, projection, version, state, exists (
       select from pg_locks l
       where l.locktype = 'advisory' and l.granted and l.classid::bigint = $1
         and l.objid::bigint = hashtext(projection)::bigint & 4294967295
         and l.database = (select oid from pg_database where datname = current_database())
     ) as "isReplaying"
     from generations order by id`,
    [LOCK],
  );
}
