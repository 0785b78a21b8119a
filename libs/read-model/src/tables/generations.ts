import { defineEntity, p } from '@mikro-orm/core';

interface BuildProgress {
  readonly phase?: string;
  readonly events?: number;
  readonly total?: number;
  /** When its process was last heard of, in ISO 8601. */
  readonly at: string;
}

/** A set of a projection's tables, in a schema of its own. */
export const generations = defineEntity({
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
    progress: p.json<BuildProgress>().nullable(),
    cancelRequested: p.boolean().default(false),
  },
});
