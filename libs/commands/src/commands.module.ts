import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { EventStoreModule } from '#libs/event-store';
import { JobsModule } from '#libs/jobs';
import { AddTodoHandler } from './add-todo.js';
import { CompleteTodoHandler } from './complete-todo.js';
import { CreateListHandler } from './create-list.js';
import { Decider } from './decider.js';
import { MoveTodoHandler } from './move-todo.js';
import { RemoveListHandler } from './remove-list.js';
import { RemoveTodoHandler } from './remove-todo.js';
import { RenameListHandler } from './rename-list.js';
import { RenameTodoHandler } from './rename-todo.js';
import { ReopenTodoHandler } from './reopen-todo.js';
import { RestoreListHandler } from './restore-list.js';
import { RestoreTodoHandler } from './restore-todo.js';
import { Streams } from './streams.js';

const handlers = [
  AddTodoHandler,
  CompleteTodoHandler,
  CreateListHandler,
  MoveTodoHandler,
  RemoveListHandler,
  RemoveTodoHandler,
  RenameListHandler,
  RenameTodoHandler,
  ReopenTodoHandler,
  RestoreListHandler,
  RestoreTodoHandler,
];

@Module({
  imports: [CqrsModule.forRoot(), EventStoreModule, JobsModule],
  providers: [Decider, Streams, ...handlers],
})
export class CommandsModule {}
