import { Controller, Get, Header, UseFilters } from '@nestjs/common';
import { HealthCheck, HealthCheckService } from '@nestjs/terminus';
import { Metrics } from '../metrics.js';
import { Readiness } from './readiness.js';
import { UnhealthyFilter } from './unhealthy.filter.js';

@Controller()
@UseFilters(UnhealthyFilter)
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  /** Alive: asks nothing of anyone, so that a database that is away never gets the process restarted. */
  @Get('health')
  @HealthCheck()
  alive() {
    return this.health.check([]);
  }

  @Get('health/ready')
  @HealthCheck()
  ready() {
    return this.health.check(this.readiness.checks());
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  measured() {
    return this.metrics.exposition();
  }
}
