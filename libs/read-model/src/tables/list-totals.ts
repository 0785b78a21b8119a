import { defineEntity, p } from '@mikro-orm/core';

/**
 * The to-dos of a list that are not in the trash, counted. A table of its own rather than columns of lists: counting goes on
 * while the stream of a list is parked.
 */
export const listTotals = defineEntity({
  name: 'ListTotal',
  tableName: 'list_totals',
  properties: {
    listId: p.uuid().primary(),
    workspaceId: p.uuid(),
    open: p.integer(),
    done: p.integer(),
  },
});
