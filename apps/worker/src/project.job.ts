import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { JobReceiver } from '#libs/jobs';
import { LOGGER, type Logger } from '#libs/platform';
import { Projector } from '#libs/projections';
import { PreparedTables } from './prepared-tables.js';
import { ReplayJob } from './replay.job.js';

const COMPARE_EVERY_MS = 1_000;
const PAUSE_MS = 15;

/** Folds new events at the start, at every wake-up, and once a second even without a wake-up. */
@Injectable()
export class ProjectJob implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private comparing: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly projector: Projector,
    private readonly tables: PreparedTables,
    private readonly jobs: JobReceiver,
    private readonly replays: ReplayJob,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Does not await anything, so that the health routes answer even while the database is down. */
  onApplicationBootstrap(): void {
    this.jobs.receive({
      onWakeUps: (shards) => this.project(shards),
      onReplay: (request, signal) => this.replays.run(request, signal),
    });
    this.startComparing();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.projector.stop();
    await this.comparing;
  }

  /**
   * Later wake-ups wait while this one is handled, so under load the pause turns many small batches into a
   * few.
   */
  private async project(shards: readonly number[]): Promise<void> {
    await this.projector.project(shards);
    await pause(PAUSE_MS);
  }

  private startComparing(): void {
    this.comparing = this.compare();
  }

  private async compare(): Promise<void> {
    try {
      await this.tables.prepare();
      await this.projector.projectAll();
    } catch (error) {
      this.logger.warn({ err: error }, 'cannot compare the log and the checkpoints');
    }
    if (!this.stopped) this.timer = setTimeout(() => this.startComparing(), COMPARE_EVERY_MS);
  }
}
