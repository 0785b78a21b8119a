import { defineEntity, p } from '@mikro-orm/core';

/** A stream that waits, because the event at this position could not be folded, or made a row that PostgreSQL refuses. */
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
    /** With which PostgreSQL has refused a row; null when the fold has thrown. */
    sqlState: p.text().fieldName('sqlstate').nullable(),
    parkedAt: p.datetime(6).defaultRaw('clock_timestamp()'),
  },
});
