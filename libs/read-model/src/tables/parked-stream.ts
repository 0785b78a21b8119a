import { defineEntity, p } from '@mikro-orm/core';

/** A stream that waits, because the event at this position could not be folded. */
export const ParkedStream = defineEntity({
  name: 'ParkedStream',
  tableName: 'parked_streams',
  properties: {
    generation: p.integer().primary(),
    shard: p.smallint().primary(),
    streamId: p.uuid().primary(),
    position: p.bigint('number'),
    eventType: p.text(),
    error: p.text(),
    parkedAt: p.datetime(6).defaultRaw('clock_timestamp()'),
  },
});
