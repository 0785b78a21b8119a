import { Module } from '@nestjs/common';
import { ReadModelModule } from '#libs/read-model';
import { CatchUp } from './catch-up.js';
import { ParkedStreams } from './parked-streams.js';
import { PatientReadModel } from './replay/patient-read-model.js';
import { Replay } from './replay/replay.js';
import { Projector } from './projector.js';

@Module({
  imports: [ReadModelModule],
  providers: [
    CatchUp,
    ParkedStreams,
    Projector,
    PatientReadModel,
    {
      provide: Replay,
      useFactory: ({ readModel }: PatientReadModel) => new Replay(readModel),
      inject: [PatientReadModel],
    },
  ],
  exports: [CatchUp, ParkedStreams, Projector, Replay],
})
export class ProjectionsModule {}
