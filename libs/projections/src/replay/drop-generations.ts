import { sql } from 'kysely';
import { generationSchema, type ReadModel, type Shape } from '#libs/read-model';

/**
 * Drops generations that are not live: unfinished builds, or generations that were kept.
 *
 * @param except the id of a generation that stays
 * @returns how many were dropped
 */
export async function dropGenerations(
  readModel: ReadModel,
  { name, version }: Shape,
  { state, except = 0 }: { readonly state: 'building' | 'kept'; readonly except?: number | undefined },
): Promise<number> {
  const rows = await readModel.kysely
    .selectFrom('generations')
    .select('id')
    .where('projection', '=', name)
    .where('version', '=', version)
    .where('state', '=', state)
    .where('id', '<>', except)
    .execute();
  for (const { id } of rows) {
    await dropGeneration(readModel, { id, schema: generationSchema({ name, version }, id) });
  }
  return rows.length;
}

export async function dropGeneration(
  { kysely }: ReadModel,
  { id, schema }: { readonly id: number; readonly schema: string },
): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(transaction);
    await transaction.deleteFrom('generations').where('id', '=', id).execute();
  });
}
