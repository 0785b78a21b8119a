import { sql } from 'kysely';
import type { ReadModel, Transaction } from '#libs/read-model';
import { schemaOf, type Target } from '../checkpoints.js';

/**
 * Runs work on its own connection, which sees the shared snapshot and finds the target's tables by their
 * plain names.
 */
export type InSnapshot = <Result>(work: (transaction: Transaction) => Promise<Result>) => Promise<Result>;

export interface Snapshot {
  /** For connections that are opened elsewhere. */
  readonly id: string;
  readonly inSnapshot: InSnapshot;
}

/** Lets several connections read the database as of the same moment. */
export async function withSnapshot<Result>(
  { kysely }: ReadModel,
  target: Target,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  const inTransaction: InSnapshot = (body) =>
    kysely.transaction().setIsolationLevel('repeatable read').execute(body);
  return await inTransaction(async (transaction) => {
    const { rows } = await sql<{ snapshot: string }>`select pg_export_snapshot() as snapshot`.execute(
      transaction,
    );
    const id = rows[0]?.snapshot ?? '';
    const path = `${schemaOf(target)},public`;
    const inSnapshot: InSnapshot = (body) =>
      inTransaction(async (reading) => {
        await sql.raw(`set transaction snapshot '${id}'`).execute(reading);
        await sql`select set_config('search_path', ${path}, true)`.execute(reading);
        return await body(reading);
      });
    return await work({ id, inSnapshot });
  });
}
