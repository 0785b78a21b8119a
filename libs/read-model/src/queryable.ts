import { CompiledQuery } from 'kysely';
import type { Queryable } from '#libs/platform';
import type { Connected } from './read-model.js';

/** Lets the event store read by a connection, or inside a transaction, of ours. */
export function queryable(connected: Connected): Queryable {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      const { rows } = await connected.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
      return rows;
    },
  };
}
