import type { Database } from '#libs/platform';
import { createSender } from './create-sender.js';
import { REPLAYS } from './queues.js';

/** What a worker is asked to build again. */
export interface ReplayRequest {
  readonly projection: string;
  readonly connections?: number;
  readonly gentle?: boolean;
  readonly keepOld?: boolean;
}

/** Asks the workers for a replay. False when one of that projection waits or runs already. */
export async function requestReplay(database: Database, request: ReplayRequest): Promise<boolean> {
  const boss = createSender(database);
  await boss.start();
  try {
    return (await boss.send(REPLAYS, request, { singletonKey: request.projection })) !== null;
  } finally {
    await boss.stop({ graceful: false });
  }
}
