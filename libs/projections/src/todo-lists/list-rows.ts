import { sql, type RawBuilder } from 'kysely';
import { evolveListRow, isListEvent, type ListRow } from '#libs/domain';
import type { Transaction } from '#libs/read-model';
import { projectedTable, type Change } from '../projected-table.js';

const definition = {
  name: 'lists',
  create: `
    create table lists (
      id uuid not null,
      workspace_id uuid not null,
      name text not null,
      created_at timestamptz not null,
      removed_at timestamptz,
      version int not null
    )`,
  indexes: [
    `alter table lists add primary key (id)`,
    `create index on lists (workspace_id, id) where removed_at is null`,
    `create index on lists (workspace_id, removed_at desc, id) where removed_at is not null`,
  ],
};

export const listRows = projectedTable({
  definition,
  handles: isListEvent,
  evolve: evolveListRow,
  load,
  save,
  insert,
});

async function load(transaction: Transaction, ids: readonly string[]): Promise<readonly ListRow[]> {
  const { rows } = await sql<ListRow>`
    select id, workspace_id as "workspaceId", name, created_at as "createdAt", removed_at as "removedAt", version
    from lists where id = any(${ids}::uuid[])`.execute(transaction);
  return rows;
}

async function save(transaction: Transaction, changes: readonly Change<ListRow>[]): Promise<void> {
  await insert(
    transaction,
    changes.map(({ after }) => after),
    sql`
      on conflict (id) do update set
        name = excluded.name, removed_at = excluded.removed_at, version = excluded.version
      where lists.version <= excluded.version`,
  );
}

async function insert(
  transaction: Transaction,
  rows: readonly ListRow[],
  onConflict: RawBuilder<unknown> = sql``,
): Promise<void> {
  await sql`
    insert into lists (id, workspace_id, name, created_at, removed_at, version)
    select * from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.workspaceId)}::uuid[],
      ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.createdAt)}::timestamptz[],
      ${rows.map((row) => row.removedAt)}::timestamptz[], ${rows.map((row) => row.version)}::int[])
    ${onConflict}`.execute(transaction);
}
