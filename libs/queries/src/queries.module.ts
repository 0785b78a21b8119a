import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { EventStoreModule } from '#libs/event-store';
import { PositionWaiter, ReadModelModule, ReplicaModule } from '#libs/read-model';
import { FindHeadsHandler } from './changes/find-heads.js';
import { FindMissedChangesHandler } from './changes/find-missed-changes.js';
import { ReadNewChangesHandler } from './changes/read-new-changes.js';
import { FindChangeHandler } from './find-change.js';
import { FindChecklistHandler } from './find-checklist.js';
import { FindNoteHandler } from './find-note.js';
import { FindNoteThenHandler } from './find-note-then.js';
import { FindPageHandler } from './find-page.js';
import { FindLabelsHandler } from './find-labels.js';
import { FindListHandler } from './find-list.js';
import { FindNewListHandler } from './find-new-list.js';
import { FindNeighboursHandler } from './find-neighbours.js';
import { FindOrderHandler } from './find-order.js';
import { FindOrdersHandler } from './find-orders.js';
import { GetDueTodosHandler } from './get-due-todos.js';
import { GetLabelledTodosHandler } from './get-labelled-todos.js';
import { GetLabelsHandler } from './get-labels.js';
import { GetListAsOfHandler } from './get-list-as-of.js';
import { GetListHistoryHandler } from './get-list-history.js';
import { GetListLinksHandler } from './get-list-links.js';
import { GetListsHandler } from './get-lists.js';
import { GetTodoHistoryHandler } from './get-todo-history.js';
import { GetTodoListHandler } from './get-todo-list.js';
import { GetTrashHandler } from './get-trash.js';
import { HasReachedHandler } from './has-reached.js';
import { HeadWaiter } from './history/head-waiter.js';
import { FindRevisionHandler } from './find-revision.js';
import { FindShownHandler } from './find-shown.js';
import { LongReads } from './history/long-reads.js';
import { FindShardHandler } from './find-shard.js';
import { FindTodoHandler } from './find-todo.js';
import { ReadWholeListHandler } from './read-whole-list.js';
import { ReadWorkspaceHandler } from './read-workspace.js';
import { FindSearchProgressHandler } from './search/find-search-progress.js';
import { SearchHandler } from './search/search.js';

const handlers = [
  FindChangeHandler,
  FindChecklistHandler,
  FindPageHandler,
  FindLabelsHandler,
  FindListHandler,
  FindNeighboursHandler,
  FindNewListHandler,
  FindNoteHandler,
  FindNoteThenHandler,
  FindOrderHandler,
  FindOrdersHandler,
  GetDueTodosHandler,
  GetLabelledTodosHandler,
  GetLabelsHandler,
  GetListAsOfHandler,
  GetListHistoryHandler,
  GetListLinksHandler,
  GetListsHandler,
  GetTodoHistoryHandler,
  GetTodoListHandler,
  GetTrashHandler,
  HasReachedHandler,
  FindHeadsHandler,
  FindMissedChangesHandler,
  FindRevisionHandler,
  FindSearchProgressHandler,
  FindShardHandler,
  FindShownHandler,
  FindTodoHandler,
  ReadNewChangesHandler,
  ReadWholeListHandler,
  ReadWorkspaceHandler,
  SearchHandler,
];

@Module({
  imports: [CqrsModule.forRoot(), EventStoreModule, ReadModelModule, ReplicaModule],
  providers: [HeadWaiter, LongReads, PositionWaiter, ...handlers],
})
export class QueriesModule {}
