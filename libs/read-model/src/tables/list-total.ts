import { defineEntity, p } from '@mikro-orm/core';
import { liveSchema, TODO_LISTS } from '../shapes.js';

/** The to-dos of a list that are not in the trash, counted. */
export const ListTotal = defineEntity({
  name: 'ListTotal',
  schema: liveSchema(TODO_LISTS),
  tableName: 'list_totals',
  properties: {
    listId: p.uuid().primary(),
    workspaceId: p.uuid(),
    open: p.integer(),
    done: p.integer(),
  },
});
