import { sql } from 'kysely';
import type { ReadModel } from './read-model.js';

/** Where workers tell how far they have come. */
export const CHANNEL = 'garbanzo_projected';

/**
 * Tells waiting pages that a projection has reached a position. In a statement of its own, after the commit: a NOTIFY
 * inside a transaction makes every commit of the database wait for the others.
 */
export async function announce(
  readModel: ReadModel,
  { projection, shard, position }: { projection: string; shard: number; position: number },
): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${`${projection} ${shard} ${position}`})`.execute(readModel.kysely);
}
