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

const LOOK_EVERY_MS = 1_000;
const PAUSE_MS = 15;

/** Folds what there is at start, then whenever a wake-up comes, and once a second whether one came or not. */
@Injectable()
export class ProjectJob implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly projector: Projector,
    private readonly tables: PreparedTables,
    private readonly jobs: JobReceiver,
    private readonly replays: ReplayJob,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Nothing here is awaited: the health routes answer while the database is away. */
  onApplicationBootstrap(): void {
    this.jobs.receive({
      onWakeUps: (shards) => this.project(shards),
      onReplay: (request, signal) => this.replays.run(request, signal),
    });
    this.lookAgain();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.projector.stop();
    await this.looking;
  }

  /** While a wake-up is being handled another one waits: under load the pause turns many small batches into a few. */
  private async project(shards: readonly number[]): Promise<void> {
    await this.projector.project(shards);
    await pause(PAUSE_MS);
  }

  private lookAgain(): void {
    this.looking = this.look();
  }

  private async look(): Promise<void> {
    try {
      await this.tables.prepare();
      await this.projector.projectAll();
    } catch (error) {
      this.logger.warn({ err: error }, 'cannot compare the log and the checkpoints');
    }
    if (!this.stopped) this.timer = setTimeout(() => this.lookAgain(), LOOK_EVERY_MS);
  }
}
