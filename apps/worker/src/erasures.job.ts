import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { LOGGER, type Logger } from '#libs/platform';
import { RequestedErasures } from '#libs/projections';

const LOOK_EVERY_MS = 1_000;

/** Looks once a second whether a workspace is to be erased: nobody waits for it, and the wish is kept in the database. */
@Injectable()
export class ErasuresJob implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private erasing: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly erasures: RequestedErasures,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.erasing = this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.erasing;
  }

  private async look(): Promise<void> {
    try {
      await this.erasures.carryOut();
    } catch (error) {
      this.logger.warn({ err: error }, 'cannot look whether a workspace is to be erased');
    }
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.erasing = this.look();
    }, LOOK_EVERY_MS);
  }
}
