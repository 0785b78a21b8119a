import { sql } from 'kysely';
import { SHARD_COUNT } from '#libs/event-store';
import {
  createTable,
  generationSchema,
  indexTable,
  liveSchema,
  type ReadModel,
  type Shape,
  type Table,
  type Transaction,
} from '#libs/read-model';
import { foldNext } from '../catch-up.js';
import { moveCheckpoint } from '../checkpoints.js';
import type { Projection } from '../projection.js';
import { ReplayCancelledError } from './replay-errors.js';

/** The number of the youngest generation in this state, in the shape that this version of the code knows. */
export async function findGeneration(
  { kysely }: ReadModel,
  { name, version }: Shape,
  state: 'live' | 'kept',
): Promise<number | undefined> {
  const found = await kysely
    .selectFrom('generations')
    .select('id')
    .where('projection', '=', name)
    .where('version', '=', version)
    .where('state', '=', state)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found?.id;
}

/** A new generation: its tables, without rows and indexes. */
export async function beginGeneration({ kysely }: ReadModel, projection: Projection): Promise<number> {
  return await kysely.transaction().execute(async (transaction) => {
    const { id } = await transaction
      .insertInto('generations')
      .values({ projection: projection.name, version: projection.version, state: 'building' })
      .returning('id')
      .executeTakeFirstOrThrow();
    const schema = generationSchema(projection, id);
    await sql`select make_projection_schema(${schema})`.execute(transaction);
    await enter(transaction, projection, id);
    for (const table of tablesOf(projection)) await createTable(transaction, table);
    await sql`grant usage on schema ${sql.id(schema)} to garbanzo_web`.execute(transaction);
    await sql`grant select on all tables in schema ${sql.id(schema)} to garbanzo_web`.execute(transaction);
    return id;
  });
}

/** From here on the transaction finds the generation's tables by their plain names. */
export async function enter(transaction: Transaction, projection: Shape, generation: number): Promise<void> {
  const path = `${generationSchema(projection, generation)},public`;
  await sql`select set_config('search_path', ${path}, true)`.execute(transaction);
}

/** What a generation needs once all of its rows are there: indexes, and what adds the rows up. */
export async function completeTables(
  { kysely }: ReadModel,
  projection: Projection,
  generation: number,
): Promise<void> {
  const { tables, summaries } = projection;
  await kysely.transaction().execute(async (transaction) => {
    await enter(transaction, projection, generation);
    for (const { table } of tables) await indexTable(transaction, table);
    for (const { table, select } of summaries) {
      await sql`insert into ${sql.table(table.name)} ${sql.raw(select)}`.execute(transaction);
      await indexTable(transaction, table);
    }
  });
}

/** Says up to where the generation is folded, in all shards; those that are not named are empty. */
export async function setCheckpoints(
  { kysely }: ReadModel,
  generation: number,
  heads: readonly { readonly shard: number; readonly position: number }[],
): Promise<void> {
  await sql`
    insert into checkpoints (generation, shard, position)
    select ${generation}, shard, coalesce(head.position, 0)
    from generate_series(0, ${SHARD_COUNT - 1}) shard left join unnest(
      ${heads.map(({ shard }) => shard)}::int[], ${heads.map(({ position }) => position)}::bigint[]
    ) as head (shard, position) using (shard)`.execute(kysely);
}

/**
 * Moves the pointer: from its commit on, everybody reads this generation. The one that was live stands still meanwhile,
 * and is kept. Nobody reads backwards: the new one is folded at least as far as the old one.
 *
 * @returns the one that was live, if there was one
 * @throws ReplayCancelledError when somebody has asked for the end before the commit
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

interface Place {
  readonly generation: number;
  readonly shard: number;
  readonly position: number;
}

/** At least as far as this position, even when the events that were there have been erased. */
async function foldUpTo(
  transaction: Transaction,
  projection: Projection,
  { generation, shard, position }: Place,
): Promise<void> {
  let reached = await readCheckpoint(transaction, { generation, shard });
  while (reached < position) {
    const folded = await foldNext(transaction, { projection, generation }, { shard, carefully: true });
    if (folded === undefined && (await hasEvents(transaction, { shard, after: reached }))) {
      throw new Error(`Shard ${shard} cannot be folded up to ${position}`);
    }
    if (folded === undefined) await moveCheckpoint(transaction, { generation, shard, position });
    reached = folded?.position ?? position;
  }
}

async function readCheckpoint(
  transaction: Transaction,
  { generation, shard }: Omit<Place, 'position'>,
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

function tablesOf({ tables, summaries }: Projection): readonly Table[] {
  return [...tables, ...summaries].map(({ table }) => table);
}
