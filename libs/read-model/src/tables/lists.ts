import { defineEntity, p } from '@mikro-orm/core';

export const lists = defineEntity({
  name: 'List',
  tableName: 'lists',
  properties: {
    id: p.uuid().primary(),
    workspaceId: p.uuid(),
    name: p.text(),
    createdAt: p.datetime(),
    removedAt: p.datetime().nullable(),
    version: p.integer(),
  },
  indexes: [
    { expression: `create index on lists (workspace_id, id) where removed_at is null` },
    { expression: `create index on lists (workspace_id, removed_at desc, id) where removed_at is not null` },
  ],
});
