import { sql } from 'kysely';
import type { ReadModel } from './read-model.js';
import type { Shape } from './shapes.js';

/** Where workers tell how far they have come. */
export const CHANNEL = 'garbanzo_projected';

/**
 * Tells waiting pages that a projection has reached a position. In a statement of its own, after the commit: a NOTIFY
 * inside a transaction makes every commit of the database wait for the others.
 */
export async function announce(
  readModel: ReadModel,
  { name, version }: Shape,
  { shard, position }: { readonly shard: number; readonly position: number },
): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${`${name} ${version} ${shard} ${position}`})`.execute(
    readModel.kysely,
  );
}
