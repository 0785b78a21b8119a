import { defineEntity, p } from '@mikro-orm/core';

/**
 * The last position that a generation has folded in a shard. Only the process that has locked the row folds
 * the shard.
 */
export const checkpoints = defineEntity({
  name: 'Checkpoint',
  tableName: 'checkpoints',
  properties: {
    generation: p.integer().primary(),
    shard: p.smallint().primary(),
    position: p.bigint('number'),
    /** Of the event at this position; null if there is none. */
    commandId: p.uuid().nullable(),
  },
});
