import type { HistoryDay, HistoryRow } from './history.view.js';

export interface UndoView {
  /** Inside the workspace. */
  readonly action: string;
  /** What was done. */
  readonly entry: HistoryRow;
  /** What taking it back changes. */
  readonly changes: string;
  /** What has happened to the same thing since, the newest first. */
  readonly since: readonly HistoryDay[];
  /** The page of the list. */
  readonly back: string;
  /** Why it was refused. */
  readonly error?: string;
}
