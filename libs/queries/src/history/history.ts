import type { HistoryEntry } from './history-entry.js';

export interface History {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** The value of `before` for the next page; undefined on the last page. */
  readonly next: number | undefined;
  /** False if the latest events may be missing. */
  readonly complete: boolean;
}

export interface HistoryPage {
  /** A position in the log: only earlier events are returned. */
  readonly before?: number | undefined;
  readonly limit?: number;
}

/** A position after all events. */
export const END = Number.MAX_SAFE_INTEGER;
