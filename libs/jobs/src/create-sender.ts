import { PgBoss } from 'pg-boss';
import type { Database } from '#libs/platform';
import { executor } from './executor.js';
import { SCHEMA } from './queues.js';

/**
 * Creates a pg-boss instance on the process's pool that can only send and cancel jobs. It does no
 * maintenance.
 */
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
