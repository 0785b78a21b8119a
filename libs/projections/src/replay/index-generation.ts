import { sql } from 'kysely';
import { indexTable, type ReadModel } from '#libs/read-model';
import type { Projection } from '../projection.js';
import { tryInSavepoint } from '../savepoint.js';
import { enter } from './generations.js';

interface Generation {
  readonly projection: Projection;
  readonly generation: number;
}

/**
 * Creates the indexes of the folded tables.
 *
 * @returns false if a row does not fit into one of them; then none was created
 */
export async function indexTables(
  { kysely }: ReadModel,
  { projection, generation }: Generation,
): Promise<boolean> {
  return await kysely.transaction().execute(async (transaction) => {
    await enter(transaction, projection, generation);
    const tried = await tryInSavepoint(transaction, async () => {
      for (const { table } of projection.tables) await indexTable(transaction, table);
    });
    return tried.done;
  });
}

/** Fills the summaries from the folded tables. */
export async function fillSummaries(
  { kysely }: ReadModel,
  { projection, generation }: Generation,
): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    await enter(transaction, projection, generation);
    for (const { table, select } of projection.summaries) {
      await sql`insert into ${sql.table(table.name)} ${sql.raw(select)}`.execute(transaction);
      await indexTable(transaction, table);
    }
  });
}

/** Removes all rows and the records of parked streams. */
export async function emptyTables(
  { kysely }: ReadModel,
  { projection, generation }: Generation,
): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    await enter(transaction, projection, generation);
    for (const { table } of projection.tables)
      await sql`truncate ${sql.table(table.name)}`.execute(transaction);
    await transaction.deleteFrom('parked_streams').where('generation', '=', generation).execute();
  });
}
