import { sql } from 'kysely';
import type { TodoRow } from '#libs/domain';
import type { Transaction } from '#libs/read-model';
import type { Summary } from '../projection.js';
import type { Change } from '../projected-table.js';

/** A table of its own rather than columns of lists: counting goes on while the stream of a list is parked. */
export const listTotals: Summary = {
  definition: {
    name: 'list_totals',
    create: `
      create table list_totals (
        list_id uuid not null,
        workspace_id uuid not null,
        open int not null,
        done int not null
      )`,
    indexes: [`alter table list_totals add primary key (list_id)`],
  },
  key: ['list_id'],
  select: `
    select list_id, workspace_id, (count(*) filter (where completed_at is null))::int as open,
           (count(*) filter (where completed_at is not null))::int as done
    from todos where removed_at is null group by list_id, workspace_id`,
};

interface Total {
  readonly listId: string;
  readonly workspaceId: string;
  readonly open: number;
  readonly done: number;
}

/** Adds to each list's totals what the changes of its to-dos make up. */
export async function countTodos(
  transaction: Transaction,
  changes: readonly Change<TodoRow>[],
): Promise<void> {
  const totals = differences(changes);
  if (totals.length === 0) return;
  await sql`
    insert into list_totals (list_id, workspace_id, open, done)
    select * from unnest(
      ${totals.map((total) => total.listId)}::uuid[], ${totals.map((total) => total.workspaceId)}::uuid[],
      ${totals.map((total) => total.open)}::int[], ${totals.map((total) => total.done)}::int[])
    on conflict (list_id) do update set
      open = list_totals.open + excluded.open, done = list_totals.done + excluded.done`.execute(transaction);
}

/** What the changes add to the totals of each list: the rows after count up, the rows before count down. */
export function differences(changes: readonly Change<TodoRow>[]): Total[] {
  const totals = new Map<string, Total>();
  for (const { before, after } of changes) {
    if (before !== undefined) count(totals, before, -1);
    count(totals, after, 1);
  }
  return [...totals.values()].filter(({ open, done }) => open !== 0 || done !== 0);
}

function count(totals: Map<string, Total>, row: TodoRow, sign: 1 | -1): void {
  const { listId, workspaceId } = row;
  const total = totals.get(listId) ?? { listId, workspaceId, open: 0, done: 0 };
  if (row.removedAt !== null) totals.set(listId, total);
  else if (row.completedAt === null) totals.set(listId, { ...total, open: total.open + sign });
  else totals.set(listId, { ...total, done: total.done + sign });
}
