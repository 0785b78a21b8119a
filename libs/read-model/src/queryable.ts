import { CompiledQuery } from 'kysely';
import type { Queryable } from '#libs/platform';
import type { Connected } from './read-model.js';

/** Lets the event store read through a Kysely connection or inside a Kysely transaction. */
export function queryable(connected: Connected): Queryable {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
      const { rows } = await connected.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
      return rows;
    },
  };
}
