import { defineEntity, p } from '@mikro-orm/core';

/**
 * A stream that is parked, because the event at this position could not be folded or made a row that
 * PostgreSQL refuses.
 */
export const parkedStreams = defineEntity({
  name: 'ParkedStream',
  tableName: 'parked_streams',
  properties: {
    generation: p.integer().primary(),
    shard: p.smallint().primary(),
    streamId: p.uuid().primary(),
    position: p.bigint('number'),
    eventType: p.text(),
    error: p.text(),
    /** The SQLSTATE with which PostgreSQL refused a row; null if the fold threw. */
    sqlState: p.text().fieldName('sqlstate').nullable(),
    parkedAt: p.datetime(6).defaultRaw('clock_timestamp()'),
  },
});
