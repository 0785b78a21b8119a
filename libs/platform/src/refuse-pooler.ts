import type pg from 'pg';

/** How PgBouncer refuses settings, unless it is told to leave them out in silence. */
const REFUSED = /unsupported startup parameter/;

const MESSAGE =
  'The connection has not the settings that it was opened with. Either DATABASE_URL has options of its own, or there is ' +
  'a pooler such as PgBouncer before PostgreSQL: connect to PostgreSQL itself';

/**
 * A connection on which our settings are not in force: its role, its limits and its search path would be wrong, and pages
 * would show what is not so. Of SQLSTATE class 08, as the connection cannot be used.
 */
export class PoolerError extends Error {
  readonly code = '08P01';

  constructor(cause?: unknown) {
    super(MESSAGE, { cause });
  }
}

/** Whether an error says that there is a pooler: found by us, or told by the pooler itself. */
export function isPooler(error: unknown): boolean {
  return error instanceof PoolerError || (error instanceof Error && REFUSED.test(error.message));
}

const LOOK = `select setting from pg_settings where name = 'lock_timeout'`;

/** For a pool's `verify`: looks at one of the settings that every connection of ours is opened with. */
export function refusePooler(expectedLockTimeout: number) {
  return (connection: pg.PoolClient, done: (error?: Error) => void): void => {
    connection.query<{ setting: string }>(LOOK, (error: Error | undefined, result) => {
      if (error) done(error);
      else done(Number(result.rows[0]?.setting) === expectedLockTimeout ? undefined : new PoolerError());
    });
  };
}
