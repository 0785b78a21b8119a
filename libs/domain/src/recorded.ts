/** An event with what the log recorded about it. A fold may read nothing else. */
export interface Recorded<Event> {
  readonly event: Event;
  readonly streamId: string;
  /** Counts from 1 within the stream, without gaps. */
  readonly version: number;
  /** Ascends in the order of commits within a shard, and therefore within a workspace. */
  readonly position: number;
  readonly workspaceId: string;
  readonly recordedAt: Date;
}
