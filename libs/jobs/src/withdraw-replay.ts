import type { Database } from '#libs/platform';
import { createSender } from './create-sender.js';
import { REPLAYS, SCHEMA } from './queues.js';

/**
 * Cancels the replay jobs of a projection: one that waits for a worker, and one that would be retried because
 * its worker has died.
 *
 * @returns whether there were any
 */
export async function withdrawReplay(database: Database, projection: string): Promise<boolean> {
  const jobs = await database.query<{ id: string }>(
    `select id from ${SCHEMA}.job where name = $1 and singleton_key = $2 and state in ('created', 'retry', 'active')`,
    [REPLAYS, projection],
  );
  if (jobs.length === 0) return false;
  const boss = createSender(database);
  await boss.start();
  try {
    await boss.cancel(
      REPLAYS,
      jobs.map(({ id }) => id),
    );
  } finally {
    await boss.stop({ graceful: false });
  }
  return true;
}
