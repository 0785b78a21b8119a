import { defineEntity, p } from '@mikro-orm/core';

/** Up to where a generation of a projection has folded a shard. Whoever holds the lock of the row owns the shard. */
export const checkpoints = defineEntity({
  name: 'Checkpoint',
  tableName: 'checkpoints',
  properties: {
    generation: p.integer().primary(),
    shard: p.smallint().primary(),
    position: p.bigint('number'),
  },
});
