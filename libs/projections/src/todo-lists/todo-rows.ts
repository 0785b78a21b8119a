import { sql, type RawBuilder } from 'kysely';
import { evolveTodoRow, isTodoEvent, type TodoRow } from '#libs/domain';
import type { Transaction } from '#libs/read-model';
import { projectedTable, type Change } from '../projected-table.js';
import { countTodos } from './list-totals.js';

const definition = {
  name: 'todos',
  create: `
    create table todos (
      id uuid not null,
      workspace_id uuid not null,
      list_id uuid not null,
      former_list_ids uuid[] not null,
      title text not null,
      sort_order text collate "C" not null,
      created_at timestamptz not null,
      completed_at timestamptz,
      removed_at timestamptz,
      version int not null
    )`,
  // A page of each tab is one stretch of one of these, however long the list is. The last two find what was once in a
  // list; few to-dos are in them.
  indexes: [
    `alter table todos add primary key (id)`,
    `create index on todos (list_id, sort_order, id) where removed_at is null`,
    `create index on todos (list_id, sort_order, id) where removed_at is null and completed_at is null`,
    `create index on todos (list_id, sort_order, id) where removed_at is null and completed_at is not null`,
    `create index on todos (workspace_id, removed_at desc, id) where removed_at is not null`,
    `create index on todos (list_id) where removed_at is not null`,
    `create index on todos (workspace_id) where former_list_ids <> '{}'`,
  ],
};

export const todoRows = projectedTable({
  definition,
  handles: isTodoEvent,
  evolve: evolveTodoRow,
  load,
  save,
  insert,
});

async function load(transaction: Transaction, ids: readonly string[]): Promise<readonly TodoRow[]> {
  const { rows } = await sql<TodoRow>`
    select id, workspace_id as "workspaceId", list_id as "listId", former_list_ids as "formerListIds", title, sort_order as "sortOrder",
           created_at as "createdAt", completed_at as "completedAt", removed_at as "removedAt", version
    from todos where id = any(${ids}::uuid[])`.execute(transaction);
  return rows;
}

async function save(transaction: Transaction, changes: readonly Change<TodoRow>[]): Promise<void> {
  await insert(
    transaction,
    changes.map(({ after }) => after),
    sql`
      on conflict (id) do update set
        list_id = excluded.list_id, former_list_ids = excluded.former_list_ids, title = excluded.title, sort_order = excluded.sort_order,
        completed_at = excluded.completed_at, removed_at = excluded.removed_at, version = excluded.version
      where todos.version <= excluded.version`,
  );
  await countTodos(transaction, changes);
}

async function insert(
  transaction: Transaction,
  rows: readonly TodoRow[],
  onConflict: RawBuilder<unknown> = sql``,
): Promise<void> {
  await sql`
    insert into todos (
      id, workspace_id, list_id, former_list_ids, title, sort_order, created_at, completed_at, removed_at, version)
    select id, workspace_id, list_id, former_list_ids::uuid[], title, sort_order, created_at, completed_at,
           removed_at, version
    from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.workspaceId)}::uuid[],
      ${rows.map((row) => row.listId)}::uuid[], ${rows.map(formerLists)}::text[],
      ${rows.map((row) => row.title)}::text[],
      ${rows.map((row) => row.sortOrder)}::text[], ${rows.map((row) => row.createdAt)}::timestamptz[],
      ${rows.map((row) => row.completedAt)}::timestamptz[], ${rows.map((row) => row.removedAt)}::timestamptz[],
      ${rows.map((row) => row.version)}::int[]
    ) as rows (
      id, workspace_id, list_id, former_list_ids, title, sort_order, created_at, completed_at, removed_at, version)
    ${onConflict}`.execute(transaction);
}

/** As PostgreSQL writes an array: unnest would take an array of arrays apart. */
function formerLists({ formerListIds }: TodoRow): string {
  return `{${formerListIds.join()}}`;
}
