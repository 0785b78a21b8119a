import type { DomainEvent } from './events.js';

/** An event and what the log knows of it: all that a fold may look at. */
export interface Recorded<Event extends DomainEvent = DomainEvent> {
  readonly event: Event;
  readonly streamId: string;
  /** 1..n within the stream. */
  readonly version: number;
  /** Ascending in the order in which events were committed, within a shard and so within a workspace. */
  readonly position: number;
  readonly workspaceId: string;
  readonly recordedAt: Date;
}
