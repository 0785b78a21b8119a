import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { EventStoreModule } from '#libs/event-store';
import { PositionWaiter, ReadModelModule, ReplicaModule } from '#libs/read-model';
import { FindChangeHandler } from './find-change.js';
import { FindFollowerHandler } from './find-follower.js';
import { FindPageHandler } from './find-page.js';
import { FindListHandler } from './find-list.js';
import { FindNeighboursHandler } from './find-neighbours.js';
import { FindOrderHandler } from './find-order.js';
import { GetListAsOfHandler } from './get-list-as-of.js';
import { GetListHistoryHandler } from './get-list-history.js';
import { GetListsHandler } from './get-lists.js';
import { GetTodoHistoryHandler } from './get-todo-history.js';
import { GetTodoListHandler } from './get-todo-list.js';
import { GetTrashHandler } from './get-trash.js';
import { HasReachedHandler } from './has-reached.js';
import { HeadWaiter } from './history/head-waiter.js';
import { FindRevisionHandler } from './find-revision.js';
import { LongReads } from './history/long-reads.js';
import { FindTodoHandler } from './find-todo.js';
import { ReadWholeListHandler } from './read-whole-list.js';
import { ReadWorkspaceHandler } from './read-workspace.js';
import { WasTransferredHandler } from './was-transferred.js';

const handlers = [
  FindChangeHandler,
  FindFollowerHandler,
  FindPageHandler,
  FindListHandler,
  FindNeighboursHandler,
  FindOrderHandler,
  GetListAsOfHandler,
  GetListHistoryHandler,
  GetListsHandler,
  GetTodoHistoryHandler,
  GetTodoListHandler,
  GetTrashHandler,
  HasReachedHandler,
  FindRevisionHandler,
  FindTodoHandler,
  ReadWholeListHandler,
  ReadWorkspaceHandler,
  WasTransferredHandler,
];

@Module({
  imports: [CqrsModule.forRoot(), EventStoreModule, ReadModelModule, ReplicaModule],
  providers: [HeadWaiter, LongReads, PositionWaiter, ...handlers],
})
export class QueriesModule {}
