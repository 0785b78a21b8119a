import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService } from '@nestjs/terminus';
import { Readiness } from './readiness.js';

/** Whether a process can serve, and what it looked at. */
export interface Report {
  readonly isReady: boolean;
  readonly details: unknown;
}

/** Looks at what must be so before a process can serve. Those who ask at the same moment share one look. */
@Injectable()
export class HealthReport {
  private looking: Promise<Report> | undefined;

  constructor(
    private readonly health: HealthCheckService,
    private readonly readiness: Readiness,
  ) {}

  ready(): Promise<Report> {
    this.looking ??= this.look().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async look(): Promise<Report> {
    try {
      return { isReady: true, details: await this.health.check(this.readiness.checks()) };
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      return { isReady: false, details: error.getResponse() };
    }
  }
}
