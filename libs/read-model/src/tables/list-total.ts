import { defineEntity, p } from '@mikro-orm/core';

/** The to-dos of a list that are not in the trash, counted. */
export const ListTotal = defineEntity({
  name: 'ListTotal',
  tableName: 'list_totals',
  properties: {
    listId: p.uuid().primary(),
    workspaceId: p.uuid(),
    open: p.integer(),
    done: p.integer(),
  },
});
