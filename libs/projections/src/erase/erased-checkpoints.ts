import { sql } from 'kysely';
import type { WorkspaceShards } from '#libs/event-store';
import { headOf, IS_AHEAD, type Transaction } from '#libs/read-model';

interface Checkpoint {
  readonly generation: number;
  readonly shard: number;
}

/**
 * Waits for workers that are folding these shards, and keeps others out: a worker that has read events before
 * they are erased must not write their rows afterwards.
 *
 * @returns the checkpoints that say of the log what it says
 */
export async function stopFolding(
  transaction: Transaction,
  { shards }: WorkspaceShards,
): Promise<readonly Checkpoint[]> {
  await sql`set local lock_timeout = '30s'`.execute(transaction);
  const { rows } = await sql<Checkpoint & { isAhead: boolean }>`
    select c.generation, c.shard, ${sql.raw(IS_AHEAD)} as "isAhead"
    from checkpoints c left join ${sql.raw(headOf('c.shard'))} on true
    where c.shard = any(${shards}::smallint[]) order by c.generation, c.shard for update of c`.execute(
    transaction,
  );
  return rows.filter(({ isAhead }) => !isAhead);
}

/**
 * Sets checkpoints back to the last event that is left before them. One that stayed behind the end of the log would look as
 * if the log had been put back from an older backup.
 */
export async function setCheckpointsBack(
  transaction: Transaction,
  checkpoints: readonly Checkpoint[],
): Promise<void> {
  await sql`
    update checkpoints c set position = coalesce(last.position, 0), command_id = last.command_id
    from unnest(${checkpoints.map(({ generation }) => generation)}::int[],
                ${checkpoints.map(({ shard }) => shard)}::smallint[]) named (generation, shard)
    join checkpoints before using (generation, shard)
    left join lateral (
      select e.position, e.command_id from events e
      where e.shard = named.shard and e.position <= before.position order by e.position desc limit 1
    ) last on true
    where c.generation = named.generation and c.shard = named.shard`.execute(transaction);
}
