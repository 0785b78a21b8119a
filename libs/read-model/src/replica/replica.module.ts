import { Global, Module } from '@nestjs/common';
import { PageReadModel } from '../page-read-model.js';
import { PageReads } from '../page-reads.js';
import { Replica } from './replica.js';

/** What a process has that reads pages. Global, because readiness tells of the replica where there is one. */
@Global()
@Module({ providers: [PageReadModel, PageReads, Replica], exports: [PageReadModel, PageReads, Replica] })
export class ReplicaModule {}
