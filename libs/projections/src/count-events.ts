import { sql } from 'kysely';
import type { ReadModel } from '#libs/read-model';

/** How many events the log has, for telling how much is left to do. */
export async function countEvents({ kysely }: ReadModel): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from events`.execute(kysely);
  return rows[0]?.count ?? 0;
}
