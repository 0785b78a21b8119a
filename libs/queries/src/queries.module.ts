import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { PositionWaiter, ReadModelModule } from '#libs/read-model';
import { FindLastPageHandler } from './find-last-page.js';
import { FindListHandler } from './find-list.js';
import { FindNeighboursHandler } from './find-neighbours.js';
import { FindPlaceHandler } from './find-place.js';
import { GetListsHandler } from './get-lists.js';
import { GetTodoListHandler } from './get-todo-list.js';
import { GetTrashHandler } from './get-trash.js';
import { HasReachedHandler } from './has-reached.js';
import { LocateTodoHandler } from './locate-todo.js';

const handlers = [
  FindLastPageHandler,
  FindListHandler,
  FindNeighboursHandler,
  FindPlaceHandler,
  GetListsHandler,
  GetTodoListHandler,
  GetTrashHandler,
  HasReachedHandler,
  LocateTodoHandler,
];

@Module({ imports: [CqrsModule.forRoot(), ReadModelModule], providers: [PositionWaiter, ...handlers] })
export class QueriesModule {}
