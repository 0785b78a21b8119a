import { generationSchema, liveSchema, type ReadModel, type Shape } from '#libs/read-model';
import { dropGeneration, dropGenerations } from './drop-generations.js';
import { withReplayLock } from './replay-lock.js';

/**
 * Drops what was kept, and the tables of older versions of the code. Those stay after an update, because processes of
 * the version before may still be reading them: only people know when the last one has ended.
 *
 * @returns how many older generations there were
 * @throws ReplayRunningError when a replay runs, which would be one of them
 */
export async function dropOld(readModel: ReadModel, projection: Shape): Promise<number> {
  return await withReplayLock(readModel, projection, async () => {
    const broken = await dropGenerations(readModel, projection, { state: 'building' });
    const kept = await dropGenerations(readModel, projection, { state: 'kept' });
    const older = await olderGenerations(readModel, projection);
    for (const generation of older) await dropGeneration(readModel, generation);
    return broken + kept + older.length;
  });
}

async function olderGenerations(
  { kysely }: ReadModel,
  { name, version }: Shape,
): Promise<readonly { readonly id: number; readonly schema: string }[]> {
  const rows = await kysely
    .selectFrom('generations')
    .select(['id', 'version', 'state'])
    .where('projection', '=', name)
    .where('version', '<', version)
    .execute();
  return rows.map(({ id, version: older, state }) => {
    const shape = { name, version: older };
    return { id, schema: state === 'live' ? liveSchema(shape) : generationSchema(shape, id) };
  });
}
