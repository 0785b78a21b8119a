import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { LOGGER, type Logger } from '#libs/platform';
import { RequestedErasures } from '#libs/projections';

const LOOK_EVERY_MS = 1_000;

/** What has failed takes the locks of a shard each time that it is tried. */
const TRY_AGAIN_AFTER_MS = 60_000;

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
    const isAll = await this.carryOut();
    if (this.stopped) return;
    this.timer = setTimeout(
      () => {
        this.erasing = this.look();
      },
      isAll ? LOOK_EVERY_MS : TRY_AGAIN_AFTER_MS,
    );
  }

  /** @returns false when something is to be tried again */
  private async carryOut(): Promise<boolean> {
    try {
      return await this.erasures.carryOut();
    } catch (error) {
      this.logger.warn({ err: error }, 'cannot look whether a workspace is to be erased');
      return true;
    }
  }
}
