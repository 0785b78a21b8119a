/** One row of the log, as far as folds and decisions need it. `data` is as it was written: see `upcast`. */
export interface StoredEvent {
  readonly shard: number;
  /** Ascending in the order of commits within a shard; unique in the whole log; with harmless holes. */
  readonly position: number;
  readonly streamId: string;
  /** 1..n within the stream, without a hole. */
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly workspaceId: string;
  readonly data: unknown;
  readonly recordedAt: Date;
}

/** The columns of a stored event, for a select list. */
export const STORED_EVENT = `
  e.shard, e.position, e.stream_id as "streamId", e.version, e.type, e.schema_version as "schemaVersion",
  e.workspace_id as "workspaceId", e.data, e.recorded_at as "recordedAt"`;
