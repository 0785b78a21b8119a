import { sql, type RawBuilder } from 'kysely';
import { isListEvent, type ListEvent } from '#libs/domain';
import type { Transaction } from '#libs/read-model';
import { projectedTable, type Change } from '../projected-table.js';
import type { Recorded } from '../projection.js';

export interface ListRow {
  readonly id: string;
  readonly workspaceId: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly removedAt: Date | null;
  readonly version: number;
}

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

export const listRows = projectedTable({ definition, handles: isListEvent, evolve, load, save, insert });

export function evolve(row: ListRow | undefined, recorded: Recorded<ListEvent>): ListRow {
  const { event, streamId, workspaceId, recordedAt, version } = recorded;
  if (event.type === 'ListCreated') {
    return {
      id: streamId,
      workspaceId,
      name: event.data.name,
      createdAt: recordedAt,
      removedAt: null,
      version,
    };
  } else if (row === undefined) {
    throw new Error(`${event.type} comes before ListCreated`);
  } else {
    return { ...row, ...change(event, recordedAt), version };
  }
}

function change(event: Exclude<ListEvent, { type: 'ListCreated' }>, recordedAt: Date): Partial<ListRow> {
  switch (event.type) {
    case 'ListRenamed':
      return { name: event.data.name };
    case 'ListRemoved':
      return { removedAt: recordedAt };
    case 'ListRestored':
      return { removedAt: null };
  }
}

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
