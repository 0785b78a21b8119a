import type { DomainEvent } from '#libs/domain';
import type { Transaction } from '#libs/read-model';

/** An event and what the log knows of it: all that a fold may look at. */
export interface Recorded<Event extends DomainEvent = DomainEvent> {
  readonly event: Event;
  readonly streamId: string;
  readonly version: number;
  readonly workspaceId: string;
  readonly recordedAt: Date;
}

export interface Projection {
  readonly name: string;
  /** Raised when the same events are to give other rows. */
  readonly version: number;
  readonly tables: readonly ProjectedTable[];
}

/** A table with a row per stream. */
export interface ProjectedTable {
  handles(event: DomainEvent): boolean;
  /** Loads the rows of these streams, to be folded on within a transaction. */
  open(transaction: Transaction, streamIds: readonly string[]): Promise<OpenTable>;
}

export interface OpenTable {
  /** @throws Error when the event does not apply: its stream is to be parked, and the row stays as it was */
  evolve(recorded: Recorded): void;
  /** Writes the rows that changed, all in one statement. */
  save(): Promise<void>;
}
