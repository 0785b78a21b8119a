import { Module, type DynamicModule } from '@nestjs/common';
import { JobsModule } from '#libs/jobs';
import { HealthModule, PlatformModule, type Config, type Logger } from '#libs/platform';
import { ProjectionsModule } from '#libs/projections';
import { ReadModelReadiness, SEARCH_PATH } from '#libs/read-model';
import { LagMetrics } from './lag-metrics.js';
import { PreparedTables } from './prepared-tables.js';
import { ProjectJob } from './project.job.js';
import { ReplayJob } from './replay.job.js';

/** From a wake-up to rows. */
@Module({})
export class WorkerModule {
  static for(config: Config, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.for({
          config,
          logger,
          name: 'garbanzo worker',
          role: 'garbanzo_worker',
          searchPath: SEARCH_PATH,
          durable: false,
        }),
        HealthModule.for(ReadModelReadiness),
        JobsModule,
        ProjectionsModule,
      ],
      providers: [LagMetrics, PreparedTables, ProjectJob, ReplayJob],
    };
  }
}
