import type { HistoryEntry } from './history-entry.js';

export interface History {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** What to ask for as `before` to read on; undefined at the end. */
  readonly next: number | undefined;
  /** False when what happened in the last moments may be missing. */
  readonly complete: boolean;
}

export interface HistoryPage {
  /** A position of the log: only what happened before it. */
  readonly before?: number | undefined;
  readonly limit?: number;
}

/** Before this position is everything. */
export const END = Number.MAX_SAFE_INTEGER;
