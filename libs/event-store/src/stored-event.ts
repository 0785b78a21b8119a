/**
 * A row of the log, with the columns that folds and decisions need. `data` is as it was written: see
 * `upcast`.
 */
export interface StoredEvent {
  readonly shard: number;
  /** Ascends in the order of commits within a shard, and is unique in the whole log. Gaps are harmless. */
  readonly position: number;
  readonly streamId: string;
  /** Counts from 1 within the stream, without gaps. */
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
