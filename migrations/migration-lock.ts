import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#libs/platform';

/** 'garb' and 'migr' as numbers: the lock that a migrator holds. */
const LOCK = [1735549538, 1835624306];

const TRY_AGAIN_MS = 200;

/** Runs the work while no other process, on this machine or another, is migrating the same database. */
export async function withMigrationLock<Result>(
  database: Database,
  work: () => Promise<Result>,
): Promise<Result> {
  const connection = await database.pool.connect();
  try {
    while (!(await locked())) await pause(TRY_AGAIN_MS);
    return await work();
  } finally {
    // Closed rather than given back: the lock ends with the connection, even when it broke meanwhile.
    connection.release(true);
  }

  async function locked(): Promise<boolean> {
    const { rows } = await connection.query<{ locked: boolean }>(
      'select pg_try_advisory_lock($1, $2) as locked',
      LOCK,
    );
    return rows[0]?.locked ?? false;
  }
}
