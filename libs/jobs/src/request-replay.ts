import { PgBoss } from 'pg-boss';
import type { Database } from '#libs/platform';
import { executor } from './executor.js';
import { REPLAYS, SCHEMA } from './queues.js';

/** What a worker is asked to build again. */
export interface ReplayRequest {
  readonly projection: string;
  readonly connections?: number;
  readonly gentle?: boolean;
  readonly keepOld?: boolean;
}

/** Asks the workers for a replay. False when one of that projection waits or runs already. */
export async function requestReplay(database: Database, request: ReplayRequest): Promise<boolean> {
  const boss = new PgBoss({
    db: executor(database),
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  try {
    return (await boss.send(REPLAYS, request, { singletonKey: request.projection })) !== null;
  } finally {
    await boss.stop({ graceful: false });
  }
}
