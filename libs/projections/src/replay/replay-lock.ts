import { sql } from 'kysely';
import type { ReadModel, Shape } from '#libs/read-model';

/** Another process is replaying the same projection. */
export class ReplayRunningError extends Error {}

/**
 * The first key of a replay's advisory lock: the bytes 'repl' as a number. The second key is a hash of the
 * projection's name.
 */
export const LOCK = 1919250540;

/**
 * Runs the work unless another process, on any machine, is replaying the projection.
 *
 * @throws ReplayRunningError if one is; the message says since when, and how far it is
 */
export async function withReplayLock<Result>(
  { kysely }: ReadModel,
  { name }: Shape,
  work: () => Promise<Result>,
): Promise<Result> {
  // The lock belongs to this connection, so it is also released when the process is killed.
  return await kysely.connection().execute(async (connection) => {
    const { rows } = await sql<{ locked: boolean }>`
      select pg_try_advisory_lock(${LOCK}::int, hashtext(${name})) as locked`.execute(connection);
    if (rows[0]?.locked !== true) throw new ReplayRunningError(await describeRunning({ kysely }, name));
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${LOCK}::int, hashtext(${name}))`.execute(connection);
    }
  });
}

async function describeRunning({ kysely }: Pick<ReadModel, 'kysely'>, name: string): Promise<string> {
  const running = await kysely
    .selectFrom('generations')
    .select(['begun_at as begunAt', 'progress'])
    .where('projection', '=', name)
    .where('state', '=', 'building')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const since = running === undefined ? '' : ` since ${running.begunAt.toISOString()}`;
  const { phase, events, total } = running?.progress ?? {};
  const far = phase === undefined ? '' : ` (${phase}: ${events} of ${total} events)`;
  return `A replay of ${name} is running${since}${far}. Wait for it, or stop it with garbanzo replay --cancel.`;
}
