import { defineEntity, p } from '@mikro-orm/core';

export const List = defineEntity({
  name: 'List',
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
