import type pg from 'pg';
import { isOutdatedPlan } from './database-errors.js';
import type { Connection, Database, Queryable } from './database.js';
import { prepared } from './prepared.js';

/**
 * Runs the work in one transaction: what it has changed is there when it resolves, and nothing of it when it throws.
 *
 * @param mode such as `isolation level repeatable read, read only`
 */
export async function inTransaction<Result>(
  { pool }: Database,
  work: (transaction: Queryable) => Promise<Result>,
  mode = '',
): Promise<Result> {
  const connection = await pool.connect();
  let broken: Error | boolean = false;
  const onError = (error: Error) => (broken = error);
  // While no statement runs, a connection that breaks has nobody else to tell.
  connection.on('error', onError);
  try {
    await connection.query(`begin ${mode}`);
    const result = await work(queryable(connection));
    await connection.query('commit');
    return result;
  } catch (error) {
    broken ||= isOutdatedPlan(error);
    await connection.query('rollback').catch((cause: Error) => (broken = cause));
    throw error;
  } finally {
    connection.off('error', onError);
    connection.release(broken);
  }
}

function queryable(connection: Connection): Queryable {
  return {
    async query<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) {
      const { rows } = await connection.query<Row>(values.length > 0 ? prepared(text, values) : text);
      return rows;
    },
  };
}
