import { defineEntity, p } from '@mikro-orm/core';

/** What a household or a team shares. All of it is in one shard of the log. */
export const workspaces = defineEntity({
  name: 'Workspace',
  tableName: 'workspaces',
  properties: {
    id: p.uuid().primary(),
    shard: p.smallint(),
    name: p.text(),
  },
});
