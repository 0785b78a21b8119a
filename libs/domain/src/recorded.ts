import type { DomainEvent } from './events.js';

/** An event and what the log knows of it: all that a fold of rows may look at. */
export interface Recorded<Event extends DomainEvent = DomainEvent> {
  readonly event: Event;
  readonly streamId: string;
  /** 1..n within the stream. */
  readonly version: number;
  readonly workspaceId: string;
  readonly recordedAt: Date;
}
