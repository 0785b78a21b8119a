import { Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthReport } from './health-report.js';
import type { Readiness } from './readiness.js';

/** How well a process is, the same for every process that serves. */
@Module({})
export class HealthModule {
  static for(readiness: FactoryProvider<Readiness>): DynamicModule {
    return {
      module: HealthModule,
      imports: [TerminusModule.forRoot({ logger: false })],
      providers: [HealthReport, readiness],
      exports: [HealthReport],
    };
  }
}
