import { PgBoss } from 'pg-boss';
import type { Database } from '#libs/platform';
import { executor } from './executor.js';
import { QUEUES, SCHEMA } from './queues.js';

const ROLES = 'garbanzo_web, garbanzo_worker';

/**
 * Creates or migrates the tables of pg-boss and creates our queues, as the owner. Running it again changes
 * nothing. The caller must hold the lock that keeps out other migrators.
 */
export async function prepareQueues(database: Database): Promise<void> {
  const boss = new PgBoss({ db: executor(database), schema: SCHEMA, supervise: false, schedule: false });
  await boss.start();
  try {
    for (const { name, policy, ...options } of QUEUES) {
      await boss.createQueue(name, { policy, ...options });
      // An older version may have created it with other options.
      await boss.updateQueue(name, options);
    }
    await grant(database);
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function grant(database: Database): Promise<void> {
  await database.query(`grant usage on schema ${SCHEMA} to ${ROLES}`);
  await database.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${ROLES}`);
  await database.query(`grant execute on all functions in schema ${SCHEMA} to ${ROLES}`);
  await database.query(`grant usage on all sequences in schema ${SCHEMA} to ${ROLES}`);
}
