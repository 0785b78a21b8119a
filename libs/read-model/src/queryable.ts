import { CompiledQuery } from 'kysely';
import type { Queryable } from '#libs/platform';
import type { Transaction } from './read-model.js';

/** Lets the event store read inside a transaction of ours. */
export function queryable(transaction: Transaction): Queryable {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      const { rows } = await transaction.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
      return rows;
    },
  };
}
