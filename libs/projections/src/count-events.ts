import { sql } from 'kysely';
import type { ReadModel } from '#libs/read-model';

/** Counts the events in the log, to show progress. */
export async function countEvents({ kysely }: ReadModel): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from events`.execute(kysely);
  return rows[0]?.count ?? 0;
}
