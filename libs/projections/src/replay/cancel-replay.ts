import { setTimeout as pause } from 'node:timers/promises';
import type { ReadModel, Shape } from '#libs/read-model';
import { dropGenerations } from './drop-generations.js';
import { ReplayRunningError, withReplayLock } from './replay-lock.js';

const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 200;

/**
 * `none`: no replay was running. `ended`: it has stopped. `too-late`: it went live first. `unresponsive`: it
 * has not reacted in time.
 */
export type Cancelled = 'none' | 'ended' | 'too-late' | 'unresponsive';

/**
 * Asks a running replay of the projection, in whatever process, to stop, and waits up to 30 s until it has.
 */
export async function cancelReplay(readModel: ReadModel, projection: Shape): Promise<Cancelled> {
  const rows = await readModel.kysely
    .updateTable('generations')
    .set({ cancel_requested: true })
    .where('projection', '=', projection.name)
    .where('state', '=', 'building')
    .returning('id')
    .execute();
  const ids = rows.map(({ id }) => id);
  const deadline = Date.now() + PATIENCE_MS;
  while (ids.length > 0) {
    const states = await statesOf(readModel, ids);
    if (states.includes('live')) return 'too-late';
    if (!states.includes('building') || (await dropAbandoned(readModel, projection))) return 'ended';
    if (Date.now() > deadline) return 'unresponsive';
    await pause(LOOK_EVERY_MS);
  }
  return 'none';
}

async function statesOf({ kysely }: ReadModel, ids: readonly number[]): Promise<readonly string[]> {
  const rows = await kysely.selectFrom('generations').select('state').where('id', 'in', ids).execute();
  return rows.map(({ state }) => state);
}

/**
 * If the process of the replay was killed, drops what it has built. Returns false if the replay is still
 * running.
 */
async function dropAbandoned(readModel: ReadModel, projection: Shape): Promise<boolean> {
  try {
    await withReplayLock(readModel, projection, () =>
      dropGenerations(readModel, projection, { state: 'building' }),
    );
    return true;
  } catch (error) {
    if (error instanceof ReplayRunningError) return false;
    throw error;
  }
}
