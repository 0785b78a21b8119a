import { sql } from 'kysely';
import type { WorkspaceShards } from '#libs/event-store';
import { generationSchema, liveSchema, type Transaction } from '#libs/read-model';
import type { Projection } from '../projection.js';

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly hasWorkspace: boolean;
}

/** Counts the rows of a workspace in the live tables. */
export async function countRows(
  transaction: Transaction,
  projections: readonly Projection[],
  workspaceId: string,
): Promise<readonly { readonly table: string; readonly count: number }[]> {
  const read = new Set(projections.flatMap(({ tables }) => tables.map(({ table }) => table.name)));
  const schemas = new Set(projections.map(liveSchema));
  const tables = await findTables(transaction);
  const counted = [];
  for (const { schema, name } of tables.filter(
    (table) => schemas.has(table.schema) && read.has(table.name),
  )) {
    const { rows } = await sql<{ count: number }>`
      select count(*) from ${sql.id(schema, name)} where workspace_id = ${workspaceId}`.execute(transaction);
    counted.push({ table: name, count: rows[0]?.count ?? 0 });
  }
  return counted;
}

/** Removes a workspace's rows from all generations, and the records of its parked streams. */
export async function eraseRows(
  transaction: Transaction,
  { workspaceId, shards }: WorkspaceShards,
): Promise<void> {
  await sql`
    delete from parked_streams p using (
      select distinct shard, stream_id from events
      where shard = any(${shards}::smallint[]) and workspace_id = ${workspaceId}
    ) e
    where p.shard = e.shard and p.stream_id = e.stream_id`.execute(transaction);
  for (const { schema, name } of await findTables(transaction)) {
    await sql`delete from ${sql.id(schema, name)} where workspace_id = ${workspaceId}`.execute(transaction);
  }
}

/**
 * Finds the tables of all generations, including those of other versions of the code.
 *
 * @throws Error if a table has no column `workspace_id`, because its rows could not be erased
 */
async function findTables(transaction: Transaction): Promise<readonly Table[]> {
  const { rows: tables } = await sql<Table>`
    select n.nspname as schema, t.relname as name, exists (
             select from pg_attribute a
             where a.attrelid = t.oid and a.attname = 'workspace_id' and not a.attisdropped
           ) as "hasWorkspace"
    from pg_namespace n join pg_class t on t.relnamespace = n.oid and t.relkind = 'r'
    where n.nspname = any(${await findSchemas(transaction)}::text[])
    order by n.nspname, t.relname`.execute(transaction);
  const incomplete = tables.find(({ hasWorkspace }) => !hasWorkspace);
  if (incomplete !== undefined) {
    throw new Error(
      `${incomplete.schema}.${incomplete.name} does not tell whose its rows are; nothing was erased.`,
    );
  }
  return tables;
}

async function findSchemas(transaction: Transaction): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('generations')
    .select(['id', 'projection as name', 'version', 'state'])
    .execute();
  return rows.map(({ id, state, ...shape }) =>
    state === 'live' ? liveSchema(shape) : generationSchema(shape, id),
  );
}
