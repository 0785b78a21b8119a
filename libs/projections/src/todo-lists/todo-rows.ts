import { sql, type RawBuilder } from 'kysely';
import { isTodoEvent, type TodoEvent } from '#libs/domain';
import type { Transaction } from '#libs/read-model';
import { projectedTable, type Change } from '../projected-table.js';
import type { Recorded } from '../projection.js';
import { countTodos } from './list-totals.js';
import type { TodoRow } from './todo-row.js';

const definition = {
  name: 'todos',
  create: `
    create table todos (
      id uuid not null,
      workspace_id uuid not null,
      list_id uuid not null,
      title text not null,
      sort_order text collate "C" not null,
      created_at timestamptz not null,
      completed_at timestamptz,
      removed_at timestamptz,
      version int not null
    )`,
  // A page of each tab is one stretch of one of these, however long the list is.
  indexes: [
    `alter table todos add primary key (id)`,
    `create index on todos (list_id, sort_order, id) where removed_at is null`,
    `create index on todos (list_id, sort_order, id) where removed_at is null and completed_at is null`,
    `create index on todos (list_id, sort_order, id) where removed_at is null and completed_at is not null`,
    `create index on todos (workspace_id, removed_at desc, id) where removed_at is not null`,
  ],
};

export const todoRows = projectedTable({ definition, handles: isTodoEvent, evolve, load, save, insert });

export function evolve(row: TodoRow | undefined, recorded: Recorded<TodoEvent>): TodoRow {
  const { event, version } = recorded;
  if (event.type === 'TodoAdded') return added(event, recorded);
  else if (row === undefined) throw new Error(`${event.type} comes before TodoAdded`);
  else return { ...row, ...change(event, recorded.recordedAt), version };
}

function added({ data }: Extract<TodoEvent, { type: 'TodoAdded' }>, recorded: Recorded<TodoEvent>): TodoRow {
  return {
    id: recorded.streamId,
    workspaceId: recorded.workspaceId,
    listId: data.listId,
    title: data.title,
    sortOrder: data.order,
    createdAt: recorded.recordedAt,
    completedAt: null,
    removedAt: null,
    version: recorded.version,
  };
}

function change(event: Exclude<TodoEvent, { type: 'TodoAdded' }>, recordedAt: Date): Partial<TodoRow> {
  switch (event.type) {
    case 'TodoRenamed':
      return { title: event.data.title };
    case 'TodoCompleted':
      return { completedAt: recordedAt };
    case 'TodoReopened':
      return { completedAt: null };
    case 'TodoMoved':
      return { listId: event.data.listId, sortOrder: event.data.order };
    case 'TodoRemoved':
      return { removedAt: recordedAt };
    case 'TodoRestored':
      return { removedAt: null };
  }
}

async function load(transaction: Transaction, ids: readonly string[]): Promise<readonly TodoRow[]> {
  const { rows } = await sql<TodoRow>`
    select id, workspace_id as "workspaceId", list_id as "listId", title, sort_order as "sortOrder",
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
        list_id = excluded.list_id, title = excluded.title, sort_order = excluded.sort_order,
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
    insert into todos (id, workspace_id, list_id, title, sort_order, created_at, completed_at, removed_at, version)
    select * from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.workspaceId)}::uuid[],
      ${rows.map((row) => row.listId)}::uuid[], ${rows.map((row) => row.title)}::text[],
      ${rows.map((row) => row.sortOrder)}::text[], ${rows.map((row) => row.createdAt)}::timestamptz[],
      ${rows.map((row) => row.completedAt)}::timestamptz[], ${rows.map((row) => row.removedAt)}::timestamptz[],
      ${rows.map((row) => row.version)}::int[])
    ${onConflict}`.execute(transaction);
}
