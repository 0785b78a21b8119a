import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { EventStoreModule } from '#libs/event-store';
import { JobsModule } from '#libs/jobs';
import { ChangeTodosHandler } from './change-todos.js';
import { Decider } from './decider.js';
import { StreamStates } from './stream-states.js';

@Module({
  imports: [CqrsModule.forRoot(), EventStoreModule, JobsModule],
  providers: [ChangeTodosHandler, Decider, StreamStates],
})
export class CommandsModule {}
