import { Module } from '@nestjs/common';
import { Appender } from './appender.js';
import { StreamReader } from './stream-reader.js';
import { Workspaces } from './workspaces.js';

@Module({ providers: [Appender, StreamReader, Workspaces], exports: [Appender, StreamReader, Workspaces] })
export class EventStoreModule {}
