/**
 * The read tables, described by MikroORM entities, and how far they are behind the log. All of their rows can
 * be rebuilt from the log. This lib must not know what an event means.
 */
export { headOf, IS_AHEAD } from './is-ahead.js';
export { lags, liveLags, TOLERATED_LAG, type Lag } from './lag.js';
export { copyRows, type NewRows } from './copy-rows.js';
export { named, newerThanLog, reasonsOf } from './lag-reasons.js';
export { listParked, type Parked } from './list-parked.js';
export { listReplays, type RunningReplay } from './list-replays.js';
export { checkpointOf } from './checkpoint-of.js';
export { PositionWaiter } from './position-waiter.js';
export { announce } from './announcement.js';
export { queryable } from './queryable.js';
export { PageReadModel } from './page-read-model.js';
export { PageReads } from './page-reads.js';
export type { Reading } from './replica/reading.js';
export { Replica, type MustShow } from './replica/replica.js';
export { ReplicaModule } from './replica/replica.module.js';
export { ReadModel, type Connected, type Tables, type Transaction } from './read-model.js';
export { ReadModelModule } from './read-model.module.js';
export { createOrm } from './orm.js';
export { readinessOf } from './read-model.readiness.js';
export { readsTables, writesTables } from './needs.js';
export { PROGRESS } from './tables/progress.js';
export { NEEDED_MIGRATION } from './needed-migration.js';
export {
  generationSchema,
  liveSchema,
  NEEDED_SHAPES,
  SEARCH_PATH,
  searchPathOf,
  SHAPES,
  type Shape,
} from './shapes.js';
export {
  adding,
  createTable,
  deleting,
  executeTogether,
  indexTable,
  inserting,
  loadRows,
  upserting,
  type Change,
} from './rows.js';
export { selection } from './selection.js';
export { tableOf, type Column, type NewRowOf, type RowOf, type Table } from './table.js';
export { foldText, type FoldedText } from './search/fold-text.js';
export { BEHIND_MARK, markOf } from './search/mark-of-workspace.js';
export { indexedAs, indexedWords, wordsIn, type Word } from './search/words-in.js';
export { SEARCH, searchEntries, searchWords } from './tables/search.js';
export { labels, lists, listTotals, SHOWN_OF_TODO, TODO_LISTS, todos } from './tables/todo-lists.js';
export { wordOfLabel } from './search/word-of-label.js';
