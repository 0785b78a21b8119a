import type { FactoryProvider } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { Database, Readiness, type Need } from '#libs/platform';
import { liveLags } from './lag.js';
import { reasonsOf } from './lag-reasons.js';
import { Replica } from './replica/replica.js';
import type { Shape } from './shapes.js';
import { NEEDED_MIGRATION } from './needed-migration.js';

interface Asked {
  /** The tables that the process reads or writes. */
  readonly shapes: readonly Shape[];
  readonly needs: readonly Need[];
  /** The status of a process that lacks one of its needs: what it serves decides whether it is of any use then. */
  readonly without: 'down' | 'degraded';
}

/** Provides the readiness of a process that reads or writes these tables. */
export function readinessOf(asked: Asked): FactoryProvider<Readiness> {
  return {
    provide: Readiness,
    useFactory: (database: Database, indicators: HealthIndicatorService, replica?: Replica) =>
      new ReadModelReadiness(database, indicators, { ...asked, replica }),
    inject: [Database, HealthIndicatorService, { token: Replica, optional: true }],
  };
}

/**
 * Ready if the database does for this process what its work asks for: it answers, has the schema and the tables of this
 * version, and lets its role do what it has to. A web process that lacks any of it shows nothing but errors, so it is
 * unready. A worker serves nobody and gains nothing from being taken out of service, so it is degraded.
 *
 * A projection that is behind, has parked streams or stands still makes both degraded, with the reason, and never
 * unready: the pages are shown, older than the log, and say so to whoever has written. Every web process reads the same
 * tables, so all of them would be taken out of service at once, because of a worker.
 */
class ReadModelReadiness implements Readiness {
  constructor(
    private readonly database: Database,
    private readonly indicators: HealthIndicatorService,
    private readonly asked: Asked & { readonly replica: Replica | undefined },
  ) {}

  checks(): (() => Promise<HealthIndicatorResult>)[] {
    return [
      () => this.reachable(),
      () => this.migrated(),
      () => this.built(),
      ...this.asked.needs.map((need) => () => this.met(need)),
      () => this.projected(),
      ...(this.asked.replica?.isConfigured ? [() => this.replicated(this.asked.replica?.trouble)] : []),
    ];
  }

  private async reachable(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('database');
    try {
      await this.database.query('select');
      return indicator.up();
    } catch (error) {
      return indicator.down(`does not answer: ${wordsOf(error)}`);
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
    } catch (error) {
      return indicator.down(`cannot be read: ${wordsOf(error)}: run garbanzo migrate`);
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
      return this.asked.shapes.every(isLive)
        ? indicator.up()
        : indicator.down('are being built by the worker');
    } catch (error) {
      return this.lacking('tables', `cannot be read: ${wordsOf(error)}: run garbanzo doctor`);
    }
  }

  private async met({ name, ask, remedy }: Need): Promise<HealthIndicatorResult> {
    try {
      await ask(this.database);
      return this.indicators.check(name).up();
    } catch (error) {
      return this.lacking(name, `${wordsOf(error)}: ${remedy}`);
    }
  }

  private async projected(): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('projections');
    try {
      const found = await liveLags(this.database, this.asked.shapes);
      const reasons = found.flatMap(reasonsOf);
      const details = Object.fromEntries(
        found.map((lag) => [
          lag.projection,
          { lagSeconds: lag.seconds, parkedStreams: lag.parked, reasons: reasonsOf(lag) },
        ]),
      );
      return reasons.length > 0 ? indicator.degraded(details) : indicator.up(details);
    } catch (error) {
      return this.lacking('projections', `cannot be read: ${wordsOf(error)}: run garbanzo doctor`);
    }
  }

  /** Without it the primary answers everything: that is never a reason to be unready. */
  private async replicated(trouble: string | undefined): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check('replica');
    return trouble === undefined ? indicator.up() : indicator.degraded(trouble);
  }

  private lacking(name: string, reason: string): HealthIndicatorResult {
    const indicator = this.indicators.check(name);
    return this.asked.without === 'down' ? indicator.down(reason) : indicator.degraded(reason);
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
