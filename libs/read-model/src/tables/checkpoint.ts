import { defineEntity, p } from '@mikro-orm/core';

/** Up to where a projection has folded a shard. Whoever holds the lock of the row owns the shard. */
export const Checkpoint = defineEntity({
  name: 'Checkpoint',
  tableName: 'checkpoints',
  properties: {
    projection: p.text().primary(),
    shard: p.smallint().primary(),
    position: p.bigint('number'),
  },
});
