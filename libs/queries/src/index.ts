/**
 * The queries: one file per question, with its answer and its handler. Questions about the present read the
 * read tables, questions about the past read the log. Nothing here may change data.
 */
export { FindHeads } from './changes/find-heads.js';
export { FindMissedChanges, type Missed, type MissedBy } from './changes/find-missed-changes.js';
export { ReadNewChanges, type NewChanges } from './changes/read-new-changes.js';
export type { Touched } from './changes/touched.js';
export { FindChange } from './find-change.js';
export { FindChecklist } from './find-checklist.js';
export { FindLabels } from './find-labels.js';
export { FindList, type FoundList } from './find-list.js';
export { FindNeighbours, type Neighbours } from './find-neighbours.js';
export { FindNote, type FoundNote } from './find-note.js';
export { FindNewList } from './find-new-list.js';
export { FindNoteThen } from './find-note-then.js';
export { FindOrder, type FoundOrder, type Place } from './find-order.js';
export { FindOrders } from './find-orders.js';
export { FindRevision, type Revision } from './find-revision.js';
export { FindShown } from './find-shown.js';
export { FindPage, type FoundPage } from './find-page.js';
export { GetDueTodos, type DueTodo, type DueTodos } from './get-due-todos.js';
export { GetLabelledTodos, type LabelledTodos } from './get-labelled-todos.js';
export { GetLabels, type CountedLabel } from './get-labels.js';
export { GetListAsOf, type ListAsOf } from './get-list-as-of.js';
export { GetListHistory } from './get-list-history.js';
export { GetListLinks, type ListLink, type ListLinks } from './get-list-links.js';
export { GetLists, type Lists, type ListSummary } from './get-lists.js';
export { GetTodoHistory } from './get-todo-history.js';
export type { Labelled } from './labels-of-todos.js';
export {
  GetTodoList,
  type LabelledTodo,
  type PlacedTodo,
  type TodoItem,
  type TodoList,
} from './get-todo-list.js';
export { GetTrash, type RemovedList, type RemovedTodo, type Trash, type TrashCursor } from './get-trash.js';
export type { KnownStep, Step } from './history/next-step.js';
export { TooBusyError } from './history/too-busy.error.js';
export type { History } from './history/history.js';
export type { HistoryEntry } from './history/history-entry.js';
export { HasReached } from './has-reached.js';
export { QUERY_NEEDS } from './needs.js';
export type { Pages } from './pages.js';
export { PAGE_SIZE, SHOWS, type Show } from './shown.js';
export type { TodoCursor } from './todo-cursor.js';
export { FindShard } from './find-shard.js';
export { FindTodo, type FoundTodo } from './find-todo.js';
export { ReadWholeList, type WholeList } from './read-whole-list.js';
export { ReadWorkspace, type ExportedEvent } from './read-workspace.js';
export type { Part } from './search/mark-parts.js';
export { FindSearchProgress, type SearchProgress } from './search/find-search-progress.js';
export { Search, type Found } from './search/search.js';
export type { SearchResult } from './search/search-result.js';
export { QueriesModule } from './queries.module.js';
export { PageReads, type MustShow, type Reading } from '#libs/read-model';
export { DEFAULT_WORKSPACE, formatToken, parseToken, type Token } from '#libs/event-store';
export {
  dueText,
  isDay,
  recurrenceText,
  UNITS,
  WEEKDAYS,
  weekdayOf,
  weekOfMonth,
  type ChecklistItem,
  type Due,
  type Recurrence,
  type ShownLabel,
  type Label,
  type ListEvent,
  type TodoEvent,
} from '#libs/domain';
