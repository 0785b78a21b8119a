import { sql, type SqlBool } from 'kysely';
import type { PageReadModel } from '#libs/read-model';
import type { Paged } from './pages.js';
import { IS_SHOWN, PAGE_SIZE, type Show } from './shown.js';
import type { TodoCursor } from './todo-cursor.js';

interface Place {
  readonly workspaceId: string;
  readonly listId: string;
  readonly show: Show;
}

/** The to-dos of one tab of a list, as something with pages. */
export function pagedTodos(
  readModel: PageReadModel,
  { workspaceId, listId, show }: Place,
  limit = PAGE_SIZE,
): Paged<TodoCursor> {
  const shown = (upTo?: TodoCursor) =>
    readModel.kysely
      .selectFrom('todos')
      .where('list_id', '=', listId)
      .where('workspace_id', '=', workspaceId)
      .where('removed_at', 'is', null)
      .where(IS_SHOWN[show])
      .where(upTo ? sql<SqlBool>`(sort_order, id) <= (${upTo.order}, ${upTo.id})` : sql<SqlBool>`true`);
  return {
    count: async (upTo) => {
      if (upTo === undefined) return await countAll(readModel, { workspaceId, listId, show });
      const row = await shown(upTo)
        .select(sql<number>`count(*)::int`.as('count'))
        .executeTakeFirst();
      return row?.count ?? 0;
    },
    beginning: async (endsWith) =>
      await shown(endsWith)
        .select(['sort_order as order', 'id'])
        .orderBy('sort_order', 'desc')
        .orderBy('id', 'desc')
        .offset(limit)
        .limit(1)
        .executeTakeFirst(),
  };
}

const COUNT = {
  all: sql<number>`open + done`,
  active: sql<number>`open`,
  done: sql<number>`done`,
} as const satisfies Record<Show, unknown>;

/** Every page of a long list says how many there are: that is read, not counted again. */
async function countAll(readModel: PageReadModel, { workspaceId, listId, show }: Place): Promise<number> {
  const totals = await readModel.kysely
    .selectFrom('list_totals')
    .select(COUNT[show].as('count'))
    .where('list_id', '=', listId)
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return totals?.count ?? 0;
}
