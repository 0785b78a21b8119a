import { defineEntity, p } from '@mikro-orm/core';

/** A set of a projection's tables, in a schema of its own. */
export const Generation = defineEntity({
  name: 'Generation',
  tableName: 'generations',
  properties: {
    id: p.integer().primary().autoincrement(),
    projection: p.text(),
    /** Of the projection's code. */
    version: p.integer(),
    state: p.enum(['building', 'live', 'kept']),
    begunAt: p.datetime(6).defaultRaw('clock_timestamp()'),
    liveSince: p.datetime(6).nullable(),
    /** How far a build is. */
    progress: p.json().nullable(),
    cancelRequested: p.boolean().default(false),
  },
});
