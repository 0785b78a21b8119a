import { sql } from 'kysely';
import { isTodoEvent, type TodoEvent } from '#libs/domain';
import type { Transaction } from '#libs/read-model';
import { projectedTable, type Change } from '../projected-table.js';
import type { Recorded } from '../projection.js';
import { countTodos } from './list-totals.js';
import type { TodoRow } from './todo-row.js';

export const todoRows = projectedTable({ handles: isTodoEvent, evolve, load, save });

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
  const rows = changes.map(({ after }) => after);
  await sql`
    insert into todos (id, workspace_id, list_id, title, sort_order, created_at, completed_at, removed_at, version)
    select * from unnest(
      ${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.workspaceId)}::uuid[],
      ${rows.map((row) => row.listId)}::uuid[], ${rows.map((row) => row.title)}::text[],
      ${rows.map((row) => row.sortOrder)}::text[], ${rows.map((row) => row.createdAt)}::timestamptz[],
      ${rows.map((row) => row.completedAt)}::timestamptz[], ${rows.map((row) => row.removedAt)}::timestamptz[],
      ${rows.map((row) => row.version)}::int[])
    on conflict (id) do update set
      list_id = excluded.list_id, title = excluded.title, sort_order = excluded.sort_order,
      completed_at = excluded.completed_at, removed_at = excluded.removed_at, version = excluded.version
    where todos.version <= excluded.version`.execute(transaction);
  await countTodos(transaction, changes);
}
