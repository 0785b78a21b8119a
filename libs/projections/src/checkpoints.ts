import { sql } from 'kysely';
import type { Transaction } from '#libs/read-model';

interface Shard {
  readonly projection: string;
  readonly shard: number;
}

/** Where a projection is in a shard, and whose events wait there. */
export interface Progress {
  readonly position: number;
  readonly parked: readonly string[];
}

/**
 * How far the shard is folded, locked until the transaction ends: whoever holds the row owns the shard. Undefined when
 * another worker does.
 */
export async function lockCheckpoint(
  transaction: Transaction,
  { projection, shard }: Shard,
): Promise<Progress | undefined> {
  const { rows } = await sql<Progress>`
    select position, array(
      select stream_id from parked_streams p where p.projection = c.projection and p.shard = c.shard
    ) as parked
    from checkpoints c where projection = ${projection} and shard = ${shard}
    for update skip locked`.execute(transaction);
  return rows[0];
}

/** The same, for what has to be done and can wait: until the other worker lets go. */
export async function waitForCheckpoint(
  transaction: Transaction,
  { projection, shard }: Shard,
): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select position from checkpoints where projection = ${projection} and shard = ${shard}
    for update`.execute(transaction);
  if (rows[0] === undefined) throw new Error(`${projection} has no checkpoint for shard ${shard}`);
  return rows[0].position;
}

export async function moveCheckpoint(
  transaction: Transaction,
  { projection, shard, position }: Shard & { readonly position: number },
): Promise<void> {
  await sql`
    update checkpoints set position = ${position}
    where projection = ${projection} and shard = ${shard}`.execute(transaction);
}
