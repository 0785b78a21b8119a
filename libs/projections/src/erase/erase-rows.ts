import { sql } from 'kysely';
import type { WorkspaceShards } from '#libs/event-store';
import { generationSchema, liveSchema, type Transaction } from '#libs/read-model';
import type { Projection } from '../projection.js';

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly hasWorkspace: boolean;
}

/** How many rows a workspace has in the tables that are read. */
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

/** Removes a workspace's rows in all generations, and what is known of its streams that wait. */
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
 * The tables of all generations, of whatever version of the code they are.
 *
 * @throws Error when one does not tell whose a row is: then it could not be erased
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
  const untold = tables.find(({ hasWorkspace }) => !hasWorkspace);
  if (untold !== undefined) {
    throw new Error(`${untold.schema}.${untold.name} does not tell whose its rows are; nothing was erased.`);
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
