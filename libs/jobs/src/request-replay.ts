import type { Database } from '#libs/platform';
import { createSender } from './create-sender.js';
import { REPLAYS } from './queues.js';

/** The projection that a worker should replay, and how. */
export interface ReplayRequest {
  readonly projection: string;
  readonly connections?: number;
  readonly gentle?: boolean;
  readonly keepOld?: boolean;
}

/**
 * Asks the workers for a replay. Returns false if a replay of that projection is already waiting or running.
 */
export async function requestReplay(database: Database, request: ReplayRequest): Promise<boolean> {
  const boss = createSender(database);
  await boss.start();
  try {
    return (await boss.send(REPLAYS, request, { singletonKey: request.projection })) !== null;
  } finally {
    await boss.stop({ graceful: false });
  }
}
