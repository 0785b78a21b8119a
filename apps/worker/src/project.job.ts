import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { WakeUpReceiver } from '#libs/jobs';
import { LOGGER, type Logger } from '#libs/platform';
import { ParkedStreams, Projector, PROJECTIONS, Replay } from '#libs/projections';

const LOOK_EVERY_MS = 1_000;
const PAUSE_MS = 15;

/** Folds what there is at start, then whenever a wake-up comes, and once a second whether one came or not. */
@Injectable()
export class ProjectJob implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private prepared = false;
  private stopped = false;

  constructor(
    private readonly projector: Projector,
    private readonly parked: ParkedStreams,
    private readonly replay: Replay,
    private readonly wakeUps: WakeUpReceiver,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Nothing here is awaited: the health routes answer while the database is away. */
  onApplicationBootstrap(): void {
    this.wakeUps.receive((shards) => this.project(shards));
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
      if (!this.prepared) await this.prepare();
      await this.projector.projectAll();
    } catch (error) {
      this.logger.warn({ err: error }, 'cannot compare the log and the checkpoints');
    }
    if (!this.stopped) this.timer = setTimeout(() => this.lookAgain(), LOOK_EVERY_MS);
  }

  /**
   * Once after every start. A new version may need tables of another shape, which are built before anything else, or may
   * fold what an older one could not.
   */
  private async prepare(): Promise<void> {
    for (const projection of PROJECTIONS) {
      const { name, version } = projection;
      if (await this.replay.prepare(projection))
        this.logger.info({ projection: name, version }, 'tables were built');
      const { folded, parked } = await this.parked.retry(projection);
      if (folded + parked > 0)
        this.logger.info({ projection: projection.name, folded, parked }, 'parked streams');
    }
    this.prepared = true;
  }
}
