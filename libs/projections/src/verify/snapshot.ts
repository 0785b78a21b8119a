import { sql } from 'kysely';
import type { ReadModel, Transaction } from '#libs/read-model';
import { schemaOf, type Target } from '../checkpoints.js';

/** Runs work on a connection of its own that sees the snapshot, and finds the target's tables by their plain names. */
export type Look = <Result>(work: (transaction: Transaction) => Promise<Result>) => Promise<Result>;

/** Lets several connections see one and the same moment of the database. */
export async function withSnapshot<Result>(
  { kysely }: ReadModel,
  target: Target,
  work: (look: Look) => Promise<Result>,
): Promise<Result> {
  const inTransaction: Look = (body) =>
    kysely.transaction().setIsolationLevel('repeatable read').execute(body);
  return await inTransaction(async (transaction) => {
    const { rows } = await sql<{ snapshot: string }>`select pg_export_snapshot() as snapshot`.execute(
      transaction,
    );
    const path = `${schemaOf(target)},public`;
    return await work((body) =>
      inTransaction(async (looking) => {
        await sql.raw(`set transaction snapshot '${rows[0]?.snapshot}'`).execute(looking);
        await sql`select set_config('search_path', ${path}, true)`.execute(looking);
        return await body(looking);
      }),
    );
  });
}
