import { defineEntity, p } from '@mikro-orm/core';
import { liveSchema, TODO_LISTS } from '../shapes.js';

export const List = defineEntity({
  name: 'List',
  schema: liveSchema(TODO_LISTS),
  tableName: 'lists',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    createdAt: p.datetime(6),
    removedAt: p.datetime(6).nullable(),
    version: p.integer(),
  },
});
