import { defineEntity, p } from '@mikro-orm/core';

export const todos = defineEntity({
  name: 'Todo',
  tableName: 'todos',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    listId: p.uuid(),
    formerListIds: p.array().columnType('uuid[]'),
    title: p.text(),
    sortOrder: p.text().collation('C'),
    createdAt: p.datetime(),
    completedAt: p.datetime().nullable(),
    removedAt: p.datetime().nullable(),
    version: p.integer(),
  },
  // A page of each tab is one stretch of one of these, however long the list is. The last two find what was once in a
  // list; few to-dos are in them.
  indexes: [
    { expression: `create index on todos (list_id, sort_order, id) where removed_at is null` },
    {
      expression: `create index on todos (list_id, sort_order, id) where removed_at is null and completed_at is null`,
    },
    {
      expression: `create index on todos (list_id, sort_order, id) where removed_at is null and completed_at is not null`,
    },
    { expression: `create index on todos (workspace_id, removed_at desc, id) where removed_at is not null` },
    { expression: `create index on todos (list_id) where removed_at is not null` },
    { expression: `create index on todos (workspace_id) where former_list_ids <> '{}'` },
  ],
});
