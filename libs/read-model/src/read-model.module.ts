import { Module } from '@nestjs/common';
import { ReadModel } from './read-model.js';

@Module({ providers: [ReadModel], exports: [ReadModel] })
export class ReadModelModule {}
