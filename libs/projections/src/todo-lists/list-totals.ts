import { listTotals, todos } from '#libs/read-model';
import { summaryOf } from '../folded-table.js';
import type { FoldedTable } from '../projection.js';

/** Counts the open and the done to-dos of each list, without those in the trash. */
export function countingTodos(todoRows: FoldedTable) {
  return summaryOf(listTotals, {
    of: todoRows,
    from: todos,
    sums: ['open', 'done'],
    count: ({ listId, workspaceId, completedAt, removedAt }) =>
      removedAt === null
        ? [{ listId, workspaceId, open: completedAt === null ? 1 : 0, done: completedAt === null ? 0 : 1 }]
        : [],
    select: `
      select list_id, workspace_id, (count(*) filter (where completed_at is null))::int as open,
             (count(*) filter (where completed_at is not null))::int as done
      from todos where removed_at is null group by list_id, workspace_id`,
  });
}
