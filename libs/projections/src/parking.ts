import { sql } from 'kysely';
import type { Transaction } from '#libs/read-model';
import type { Progress } from './checkpoints.js';
import type { Unfolded } from './fold-events.js';

/** Records that streams wait, each from one of its events on, so that nothing is skipped in silence. */
export async function park(
  transaction: Transaction,
  generation: number,
  unfolded: readonly Unfolded[],
): Promise<void> {
  if (unfolded.length === 0) return;
  const events = unfolded.map(({ stored }) => stored);
  const reasons = unfolded.map(({ error }) => (error instanceof Error ? error.message : String(error)));
  await sql`
    insert into parked_streams (generation, shard, stream_id, position, event_type, error)
    select ${generation}, * from unnest(
      ${events.map(({ shard }) => shard)}::smallint[], ${events.map(({ streamId }) => streamId)}::uuid[],
      ${events.map(({ position }) => position)}::bigint[], ${events.map(({ type }) => type)}::text[],
      ${reasons}::text[])`.execute(transaction);
}

/** Which of these streams wait. Of all that do there may be many: an older version knows none of a new kind of event. */
export async function findParked(
  transaction: Transaction,
  { generation, shard, hasParked }: Progress,
  streamIds: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (!hasParked) return new Set();
  const { rows } = await sql<{ id: string }>`
    select stream_id as id from parked_streams
    where generation = ${generation} and shard = ${shard} and stream_id = any(${[...streamIds]}::uuid[])
  `.execute(transaction);
  return new Set(rows.map(({ id }) => id));
}

/** @returns whether it did wait */
export async function unpark(
  transaction: Transaction,
  { generation, shard }: Progress,
  streamId: string,
): Promise<boolean> {
  const { rows } = await sql`
    delete from parked_streams
    where generation = ${generation} and shard = ${shard} and stream_id = ${streamId}
    returning stream_id`.execute(transaction);
  return rows.length > 0;
}
