import { defineEntity, p } from '@mikro-orm/core';

interface BuildProgress {
  readonly phase?: string;
  readonly events?: number;
  readonly total?: number;
  /** When its process last wrote its progress, in ISO 8601. */
  readonly at: string;
}

/** A generation: one set of a projection's tables, in its own schema. */
export const generations = defineEntity({
  name: 'Generation',
  tableName: 'generations',
  properties: {
    id: p.integer().primary().autoincrement(),
    projection: p.text(),
    /** The version of the projection's code. */
    version: p.integer(),
    state: p.enum(['building', 'live', 'kept']),
    begunAt: p.datetime(6).defaultRaw('clock_timestamp()'),
    liveSince: p.datetime(6).nullable(),
    /** The progress of the replay that builds this generation. */
    progress: p.json<BuildProgress>().nullable(),
    cancelRequested: p.boolean().default(false),
  },
});
