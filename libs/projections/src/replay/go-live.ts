import { sql } from 'kysely';
import { generationSchema, liveSchema, type ReadModel, type Transaction } from '#libs/read-model';
import { foldNext } from '../catch-up.js';
import type { Projection } from '../projection.js';
import { ReplayCancelledError } from './replay-errors.js';

/**
 * Makes this generation live: after the commit, all readers use it. The previous live generation is locked
 * meanwhile and then kept. The new one is first folded at least as far as the old one, so that no reader sees
 * an older state than before.
 *
 * @returns the id of the generation that was live before, if there was one
 * @throws ReplayCancelledError if the replay was cancelled before the commit
 */
export async function goLive(
  { kysely }: ReadModel,
  projection: Projection,
  generation: number,
): Promise<number | undefined> {
  const { name, version } = projection;
  return await kysely.transaction().execute(async (transaction) => {
    const rows = await transaction
      .selectFrom('generations as g')
      .innerJoin('checkpoints as c', 'c.generation', 'g.id')
      .select(['c.generation', 'c.shard', 'c.position'])
      .where('g.projection', '=', name)
      .where('g.version', '=', version)
      .where('g.state', '=', 'live')
      .orderBy('c.shard')
      .forUpdate()
      .execute();
    for (const { shard, position } of rows) {
      await foldUpTo(transaction, projection, { generation, shard, position });
    }
    const old = rows[0]?.generation;
    if (old !== undefined) {
      await transaction.updateTable('generations').set({ state: 'kept' }).where('id', '=', old).execute();
      await rename(transaction, liveSchema(projection), generationSchema(projection, old));
    }
    await rename(transaction, generationSchema(projection, generation), liveSchema(projection));
    const live = await transaction
      .updateTable('generations')
      .set({ state: 'live', live_since: sql`clock_timestamp()`, progress: null })
      .where('id', '=', generation)
      .where('cancel_requested', '=', false)
      .returning('id')
      .execute();
    if (live.length === 0) throw new ReplayCancelledError();
    return old;
  });
}

interface ShardPosition {
  readonly generation: number;
  readonly shard: number;
  readonly position: number;
}

/** Folds at least up to this position, or to the end of the log: its last events may have been erased, or never restored. */
async function foldUpTo(
  transaction: Transaction,
  projection: Projection,
  { generation, shard, position }: ShardPosition,
): Promise<void> {
  let reached = await readCheckpoint(transaction, { generation, shard });
  while (reached < position) {
    const folded = await foldNext(transaction, { projection, generation }, { shard, carefully: true });
    if (folded === undefined && (await hasEvents(transaction, { shard, after: reached }))) {
      throw new Error(`Shard ${shard} cannot be folded up to ${position}`);
    }
    reached = folded?.position ?? position;
  }
}

async function readCheckpoint(
  transaction: Transaction,
  { generation, shard }: Omit<ShardPosition, 'position'>,
): Promise<number> {
  const checkpoint = await transaction
    .selectFrom('checkpoints')
    .select('position')
    .where('generation', '=', generation)
    .where('shard', '=', shard)
    .executeTakeFirst();
  return checkpoint?.position ?? 0;
}

async function hasEvents(
  transaction: Transaction,
  { shard, after }: { readonly shard: number; readonly after: number },
): Promise<boolean> {
  const { rows } = await sql`
    select from events where shard = ${shard} and position > ${after} limit 1`.execute(transaction);
  return rows.length > 0;
}

async function rename(transaction: Transaction, schema: string, name: string): Promise<void> {
  await sql`select rename_projection_schema(${schema}, ${name})`.execute(transaction);
}
