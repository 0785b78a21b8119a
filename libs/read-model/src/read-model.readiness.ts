import type { FactoryProvider } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { Database, Readiness } from '#libs/platform';
import { liveLags } from './lag.js';
import type { Shape } from './shapes.js';
import { NEEDED_MIGRATION } from './needed-migration.js';

/** Seconds that a projection may be behind before it is reported as degraded. */
const TOLERATED_LAG = 10;

/** Provides the readiness of a process that reads or writes these tables. */
export function readinessOf(shapes: readonly Shape[]): FactoryProvider<Readiness> {
  return {
    provide: Readiness,
    useFactory: (database: Database, indicators: HealthIndicatorService) =>
      new ReadModelReadiness(database, indicators, shapes),
    inject: [Database, HealthIndicatorService],
  };
}

/**
 * Ready if the database answers and has the schema and the tables that this version needs. A projection that
 * is behind, or has parked streams, makes a process degraded rather than unready: it would not help to take
 * all web processes out of service.
 */
class ReadModelReadiness implements Readiness {
  constructor(
    private readonly database: Database,
    private readonly indicators: HealthIndicatorService,
    private readonly shapes: readonly Shape[],
  ) {}

  checks(): (() => Promise<HealthIndicatorResult>)[] {
    return [() => this.reachable(), () => this.migrated(), () => this.built(), () => this.projected()];
  }

  private async reachable(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('database');
    try {
      await this.database.query('select');
      return indicator.up();
    } catch {
      return indicator.down('does not answer');
    }
  }

  private async migrated(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('schema');
    try {
      const applied = await this.database.query('select from mikro_orm_migrations where name = $1', [
        NEEDED_MIGRATION,
      ]);
      return applied.length > 0
        ? indicator.up()
        : indicator.down(`${NEEDED_MIGRATION} is missing: run garbanzo migrate`);
    } catch {
      return indicator.down('cannot be read: run garbanzo migrate');
    }
  }

  /**
   * After an update that changes a projection, new processes are not ready until the new tables are live. Old
   * processes go on reading the old tables.
   */
  private async built(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('tables');
    try {
      const live = await this.database.query<Shape>(
        `select projection as name, version from generations where state = 'live'`,
      );
      const isLive = (shape: Shape) =>
        live.some(({ name, version }) => name === shape.name && version === shape.version);
      return this.shapes.every(isLive) ? indicator.up() : indicator.down('are being built by the worker');
    } catch {
      return indicator.down('cannot be read');
    }
  }

  private async projected(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('projections');
    try {
      const behind = await liveLags(this.database, this.shapes);
      const late = behind.some(({ seconds, parked }) => seconds > TOLERATED_LAG || parked > 0);
      const details = Object.fromEntries(
        behind.map(({ projection, seconds, parked }) => [
          projection,
          { lagSeconds: seconds, parkedStreams: parked },
        ]),
      );
      return late ? indicator.degraded(details) : indicator.up(details);
    } catch {
      return indicator.down('cannot be read');
    }
  }
}
