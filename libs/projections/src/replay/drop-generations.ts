import { sql } from 'kysely';
import { generationSchema, type ReadModel, type Shape } from '#libs/read-model';

/**
 * Drops what is not live: builds that were broken off, or generations that were live before.
 *
 * @param except one that stays
 * @returns how many there were
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
