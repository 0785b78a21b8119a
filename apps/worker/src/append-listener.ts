import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { APPENDED, shardsIn } from '#libs/jobs';
import { Coalescer, Config, Listener, LOGGER, type Logger } from '#libs/platform';
import { Projector } from '#libs/projections';

/**
 * Rests after each fold for twice as long as the fold took, but not for ever: under load the batches become larger
 * and leave the processors to those who wait; a single command is folded at once.
 */
const restAfter = (tookMs: number) => Math.min(2 * tookMs, 25);

/**
 * Folds new events as soon as web notifies of them. It is the short way beside the jobs: a notification that is lost
 * costs only time.
 */
@Injectable()
export class AppendListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly folds = new Coalescer<number>((shards) => this.projector.project(shards), restAfter);
  private readonly listener: Listener;

  constructor(
    private readonly projector: Projector,
    config: Config,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.listener = new Listener({
      url: config.databaseUrl,
      name: 'garbanzo worker',
      role: 'garbanzo_worker',
      logger,
      channels: new Map([[APPENDED, (payload) => this.folds.add(shardsIn(payload))]]),
    });
  }

  /** Does not wait: the worker starts while the database is away. */
  onApplicationBootstrap(): void {
    void this.listener.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.listener.close();
    await this.folds.settled();
  }
}
