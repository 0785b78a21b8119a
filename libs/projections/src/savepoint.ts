import { sql } from 'kysely';
import { isRefusedByDatabase } from '#libs/platform';
import type { Transaction } from '#libs/read-model';

/** The result of work that PostgreSQL may refuse. */
export type Tried<Result> =
  { readonly done: true; readonly result: Result } | { readonly done: false; readonly error: unknown };

/**
 * Runs work inside a savepoint. If PostgreSQL refuses a value, the work is rolled back and the transaction
 * can go on.
 *
 * @throws any other error
 */
export async function tryInSavepoint<Result>(
  transaction: Transaction,
  work: () => Promise<Result>,
): Promise<Tried<Result>> {
  await sql`savepoint work`.execute(transaction);
  try {
    const result = await work();
    await sql`release savepoint work`.execute(transaction);
    return { done: true, result };
  } catch (error) {
    if (!isRefusedByDatabase(error)) throw error;
    await sql`rollback to savepoint work`.execute(transaction);
    await sql`release savepoint work`.execute(transaction);
    return { done: false, error };
  }
}
