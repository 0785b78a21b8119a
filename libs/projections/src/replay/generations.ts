import { sql } from 'kysely';
import { SHARD_COUNT } from '#libs/event-store';
import {
  createTable,
  generationSchema,
  type ReadModel,
  type Shape,
  type Transaction,
} from '#libs/read-model';
import { tablesOf, type Projection } from '../projection.js';

/** Finds the newest generation in this state, of this version of the projection. Returns its id. */
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

/** Creates a generation with empty tables that have no indexes. Returns its id. */
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

/** Sets the search path, so that the transaction finds the generation's tables by their plain names. */
export async function enter(transaction: Transaction, projection: Shape, generation: number): Promise<void> {
  const path = `${generationSchema(projection, generation)},public`;
  await sql`select set_config('search_path', ${path}, true)`.execute(transaction);
}

/** Creates the checkpoints of a generation in all shards. A shard without a head is empty and gets 0. */
export async function setCheckpoints(
  { kysely }: ReadModel,
  generation: number,
  heads: readonly { readonly shard: number; readonly position: number }[],
): Promise<void> {
  await sql`
    insert into checkpoints (generation, shard, position, command_id)
    select ${generation}, shard, coalesce(head.position, 0), e.command_id
    from generate_series(0, ${SHARD_COUNT - 1}) shard left join unnest(
      ${heads.map(({ shard }) => shard)}::int[], ${heads.map(({ position }) => position)}::bigint[]
    ) as head (shard, position) using (shard) left join events e using (shard, position)`.execute(kysely);
}
