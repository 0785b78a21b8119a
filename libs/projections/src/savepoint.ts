import { sql } from 'kysely';
import { isRefusedByDatabase } from '#libs/platform';
import type { Transaction } from '#libs/read-model';

/** What came of work that PostgreSQL may refuse. */
export type Tried<Result> =
  { readonly done: true; readonly result: Result } | { readonly done: false; readonly error: unknown };

/**
 * Does work in a transaction. When PostgreSQL refuses a value, nothing of it has been done, and the transaction goes on.
 *
 * @throws whatever else goes wrong
 */
export async function tryIn<Result>(
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
