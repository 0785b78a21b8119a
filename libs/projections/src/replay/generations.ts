import { sql } from 'kysely';
import { generationSchema, liveSchema, type ReadModel, type Shape, type Transaction } from '#libs/read-model';
import { foldNext } from '../catch-up.js';
import { moveCheckpoint } from '../checkpoints.js';
import type { Projection, TableDefinition } from '../projection.js';
import { ReplayCancelledError } from './replay-errors.js';

/** The number of the youngest generation in this state, in the shape that this version of the code knows. */
export async function findGeneration(
  { kysely }: ReadModel,
  { name, version }: Shape,
  state: 'live' | 'kept',
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from generations
    where projection = ${name} and version = ${version} and state = ${state}
    order by id desc limit 1`.execute(kysely);
  return rows[0]?.id;
}

/** A new generation: its tables, without rows and indexes. */
export async function beginGeneration({ kysely }: ReadModel, projection: Projection): Promise<number> {
  return await kysely.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ id: number }>`
      insert into generations (projection, version, state)
      values (${projection.name}, ${projection.version}, 'building') returning id`.execute(transaction);
    const id = rows[0]?.id ?? 0;
    const schema = generationSchema(projection, id);
    await sql`select make_projection_schema(${schema})`.execute(transaction);
    await enter(transaction, projection, id);
    for (const { create } of definitions(projection)) await sql.raw(create).execute(transaction);
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
    for (const { definition } of tables) await indexTable(transaction, definition);
    for (const { definition, select } of summaries) {
      await sql.raw(`insert into ${definition.name} ${select}`).execute(transaction);
      await indexTable(transaction, definition);
    }
  });
}

async function indexTable(transaction: Transaction, { name, indexes }: TableDefinition): Promise<void> {
  for (const index of indexes) await sql.raw(index).execute(transaction);
  await sql.raw(`analyze ${name}`).execute(transaction);
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
    from generate_series(0, 63) shard left join unnest(
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
    const { rows } = await sql<{ generation: number; shard: number; position: number }>`
      select c.generation, c.shard, c.position
      from generations g join checkpoints c on c.generation = g.id
      where g.projection = ${name} and g.version = ${version} and g.state = 'live'
      order by c.shard for update`.execute(transaction);
    for (const { shard, position } of rows) {
      await foldUpTo(transaction, projection, { generation, shard, position });
    }
    const old = rows[0]?.generation;
    if (old !== undefined) {
      await sql`update generations set state = 'kept' where id = ${old}`.execute(transaction);
      await rename(transaction, liveSchema(projection), generationSchema(projection, old));
    }
    await rename(transaction, generationSchema(projection, generation), liveSchema(projection));
    const live = await sql`
      update generations set state = 'live', live_since = clock_timestamp(), progress = null
      where id = ${generation} and not cancel_requested returning id`.execute(transaction);
    if (live.rows.length === 0) throw new ReplayCancelledError();
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
    const folded = await foldNext(transaction, { projection, generation }, { shard });
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
  const { rows } = await sql<{ position: number }>`
    select position from checkpoints where generation = ${generation} and shard = ${shard}`.execute(
    transaction,
  );
  return rows[0]?.position ?? 0;
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

function definitions({ tables, summaries }: Projection): readonly TableDefinition[] {
  return [...tables, ...summaries].map(({ definition }) => definition);
}
