import { CompiledQuery } from 'kysely';
import type { Queryable, Statement } from '#libs/platform';
import type { Transaction } from './read-model.js';

/** Lets the event store read inside a transaction of ours. */
export function queryable(transaction: Transaction): Queryable {
  return {
    async query<Row extends object>(
      statement: Statement | string,
      values: readonly unknown[] = [],
    ): Promise<Row[]> {
      const text = typeof statement === 'string' ? statement : statement.text;
      const { rows } = await transaction.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
      return rows;
    },
  };
}
