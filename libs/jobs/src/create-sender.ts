import { PgBoss } from 'pg-boss';
import type { Database } from '#libs/platform';
import { executor } from './executor.js';
import { SCHEMA } from './queues.js';

/** pg-boss on the process' own pool, for sending and taking back; it looks after nothing. */
export function createSender(database: Database): PgBoss {
  return new PgBoss({
    db: executor(database),
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
}
