/**
 * Folds events into rows: what a projection is, how it keeps up with the log, and one folder per projection.
 * A projection reads only events and its own rows, and never the clock.
 */
export { CatchUp } from './catch-up.js';
export {
  countWorkspace,
  eraseWorkspace,
  NoSuchWorkspaceError,
  type WorkspaceContent,
} from './erase/erase-workspace.js';
export { RequestedErasures } from './erase/requested-erasures.js';
export { needsOf } from './needs.js';
export { MOST_CONNECTIONS } from './number-of-parts.js';
export { ParkedStreams } from './parked-streams.js';
export { rowPerStream, rowsPerStream, summaryOf } from './folded-table.js';
export { Projections, type FoldedTable, type Projection, type Row, type Summary } from './projection.js';
export { PROJECTIONS } from './all-projections.js';
export { ProjectionsModule } from './projections.module.js';
export { Replay, type Replayed } from './replay/replay.js';
export type { ReplayOptions } from './replay/replay-options.js';
export { NothingKeptError, NotVerifiedError, ReplayCancelledError } from './replay/replay-errors.js';
export { dropOld } from './replay/drop-old.js';
export { listGenerations, type GenerationState } from './replay/list-generations.js';
export { cancelReplay, type Cancelled } from './replay/cancel-replay.js';
export type { ReplayProgress } from './replay/replay-progress.js';
export { ReplayRunningError } from './replay/replay-lock.js';
export type { Difference, Verification } from './verify/findings.js';
export { verifyTables, type VerifyOptions } from './verify/verify-tables.js';
export { Projector } from './projector.js';
export { search } from './search/search.projection.js';
export { todoLists } from './todo-lists/todo-lists.projection.js';
