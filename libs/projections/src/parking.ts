import { sql } from 'kysely';
import { sqlStateOf } from '#libs/platform';
import type { Change, Transaction } from '#libs/read-model';
import type { Progress } from './checkpoints.js';
import type { Unfolded } from './fold-events.js';

/** Records at which event each of these streams is parked, so that no event is skipped unnoticed. */
export function parking(generation: number, unfolded: readonly Unfolded[]): readonly Change[] {
  if (unfolded.length === 0) return [];
  const events = unfolded.map(({ stored }) => stored);
  const reasons = unfolded.map(({ error }) => (error instanceof Error ? error.message : String(error)));
  const change = sql`
    insert into parked_streams (generation, shard, stream_id, position, event_type, error, sqlstate)
    select ${generation}, * from unnest(
      ${events.map(({ shard }) => shard)}::smallint[], ${events.map(({ streamId }) => streamId)}::uuid[],
      ${events.map(({ position }) => position)}::bigint[], ${events.map(({ type }) => type)}::text[],
      ${reasons}::text[], ${unfolded.map(({ error }) => sqlStateOf(error) ?? null)}::text[])`;
  return [change];
}

/**
 * Finds which of these streams are parked. It does not load all parked streams, because there can be many: an
 * older version parks each stream that has a new type of event.
 */
export async function findParked(
  transaction: Transaction,
  { generation, shard, hasParked }: Progress,
  streamIds: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (!hasParked) return new Set();
  const rows = await transaction
    .selectFrom('parked_streams')
    .select('stream_id')
    .where('generation', '=', generation)
    .where('shard', '=', shard)
    .where('stream_id', '=', sql<string>`any(${[...streamIds]}::uuid[])`)
    .execute();
  return new Set(rows.map(({ stream_id: id }) => id));
}

/** @returns the position at which the stream was parked; undefined if it was not parked */
export async function unpark(
  transaction: Transaction,
  { generation, shard }: Progress,
  streamId: string,
): Promise<number | undefined> {
  const [row] = await transaction
    .deleteFrom('parked_streams')
    .where('generation', '=', generation)
    .where('shard', '=', shard)
    .where('stream_id', '=', streamId)
    .returning('position')
    .execute();
  return row?.position;
}
