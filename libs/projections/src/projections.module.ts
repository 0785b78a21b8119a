import { Module } from '@nestjs/common';
import { ReadModelModule } from '#libs/read-model';
import { CatchUp } from './catch-up.js';
import { ParkedStreams } from './parked-streams.js';
import { Projector } from './projector.js';

@Module({
  imports: [ReadModelModule],
  providers: [CatchUp, ParkedStreams, Projector],
  exports: [CatchUp, ParkedStreams, Projector],
})
export class ProjectionsModule {}
