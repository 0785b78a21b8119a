import { generationSchema, liveSchema, type ReadModel, type Shape } from '#libs/read-model';
import { dropGeneration, dropGenerations } from './drop-generations.js';
import { withReplayLock } from './replay-lock.js';

/**
 * Drops kept generations, and the tables of older versions of the code. After an update those stay until
 * somebody asks for this, because processes of the previous version may still be reading them.
 *
 * @returns how many generations were dropped
 * @throws ReplayRunningError if a replay is running, whose unfinished generation would be dropped too
 */
export async function dropOld(readModel: ReadModel, projection: Shape): Promise<number> {
  return await withReplayLock(readModel, projection, async () => {
    const unfinished = await dropGenerations(readModel, projection, { state: 'building' });
    const kept = await dropGenerations(readModel, projection, { state: 'kept' });
    const older = await olderGenerations(readModel, projection);
    for (const generation of older) await dropGeneration(readModel, generation);
    return unfinished + kept + older.length;
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
