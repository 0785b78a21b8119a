import type { Queryable } from '#libs/platform';

/** A generation that is being built, or was left unfinished by a process that was killed. */
export interface RunningReplay {
  readonly projection: string;
  readonly version: number;
  readonly begunAt: Date;
  readonly progress: {
    readonly phase?: string;
    readonly events?: number;
    readonly total?: number;
    /** When its process last wrote its progress, in ISO 8601. */
    readonly at: string;
  } | null;
}

export function listReplays(database: Queryable): Promise<RunningReplay[]> {
  return database.query<RunningReplay>(`
    select projection, version, begun_at as "begunAt", progress
    from generations where state = 'building' order by id`);
}
