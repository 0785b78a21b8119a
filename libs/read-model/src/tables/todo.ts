import { defineEntity, p } from '@mikro-orm/core';
import { liveSchema, TODO_LISTS } from '../shapes.js';

export const Todo = defineEntity({
  name: 'Todo',
  schema: liveSchema(TODO_LISTS),
  tableName: 'todos',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    listId: p.uuid(),
    formerListIds: p.array().columnType('uuid[]'),
    title: p.text(),
    sortOrder: p.text().collation('C'),
    createdAt: p.datetime(6),
    completedAt: p.datetime(6).nullable(),
    removedAt: p.datetime(6).nullable(),
    version: p.integer(),
  },
});
