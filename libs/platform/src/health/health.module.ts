import { Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController } from './health.controller.js';
import type { Readiness } from './readiness.js';

/** `/health`, `/health/ready` and `/metrics`, the same for every process that serves. */
@Module({})
export class HealthModule {
  static for(readiness: FactoryProvider<Readiness>): DynamicModule {
    return {
      module: HealthModule,
      imports: [TerminusModule.forRoot({ logger: false })],
      controllers: [HealthController],
      providers: [readiness],
    };
  }
}
