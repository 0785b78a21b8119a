import { Module, type DynamicModule } from '@nestjs/common';
import { JobsModule } from '#libs/jobs';
import { HealthModule, PlatformModule, type Config, type Logger } from '#libs/platform';
import { needsOf, PROJECTIONS, ProjectionsModule, type Projection } from '#libs/projections';
import { readinessOf, searchPathOf } from '#libs/read-model';
import { AppendListener } from './append-listener.js';
import { ErasuresJob } from './erasures.job.js';
import { LagMetrics } from './lag-metrics.js';
import { PreparedTables } from './prepared-tables.js';
import { ProjectJob } from './project.job.js';
import { ReplayJob } from './replay.job.js';

/** The worker: folds new events into rows when it is woken, and runs replays. */
@Module({})
export class WorkerModule {
  static for(
    config: Config,
    logger: Logger,
    projections: readonly Projection[] = PROJECTIONS,
  ): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.for({
          config,
          logger,
          name: 'garbanzo worker',
          role: 'garbanzo_worker',
          searchPath: searchPathOf(projections),
          durable: false,
        }),
        HealthModule.for(
          readinessOf({ shapes: projections, needs: needsOf(projections), without: 'degraded' }),
        ),
        JobsModule,
        ProjectionsModule.for(projections),
      ],
      providers: [AppendListener, ErasuresJob, LagMetrics, PreparedTables, ProjectJob, ReplayJob],
    };
  }
}
