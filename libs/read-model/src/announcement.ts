import { sql } from 'kysely';
import type { ReadModel } from './read-model.js';
import type { Shape } from './shapes.js';

/** The NOTIFY channel on which workers announce their checkpoints. */
export const CHANNEL = 'garbanzo_projected';

/**
 * Announces to waiting pages that a projection has reached a position. Call it after the commit: a NOTIFY
 * inside a transaction makes all such commits in the database wait for each other.
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
