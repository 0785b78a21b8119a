import { Module, type DynamicModule } from '@nestjs/common';
import { ReadModelModule } from '#libs/read-model';
import { CatchUp } from './catch-up.js';
import { RequestedErasures } from './erase/requested-erasures.js';
import { ParkedStreams } from './parked-streams.js';
import { Projections, type Projection } from './projection.js';
import { PatientReadModel } from './replay/patient-read-model.js';
import { Replay } from './replay/replay.js';
import { Projector } from './projector.js';

@Module({})
export class ProjectionsModule {
  /** Keeps these projections up to date with the log, and rebuilds them. */
  static for(projections: readonly Projection[]): DynamicModule {
    return {
      module: ProjectionsModule,
      imports: [ReadModelModule],
      providers: [
        { provide: Projections, useValue: new Projections(projections) },
        CatchUp,
        ParkedStreams,
        Projector,
        PatientReadModel,
        RequestedErasures,
        {
          provide: Replay,
          useFactory: ({ readModel }: PatientReadModel) => new Replay(readModel),
          inject: [PatientReadModel],
        },
      ],
      exports: [Projections, CatchUp, ParkedStreams, Projector, Replay, RequestedErasures],
    };
  }
}
