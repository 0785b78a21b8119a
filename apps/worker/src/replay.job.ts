import { Inject, Injectable } from '@nestjs/common';
import type { ReplayRequest } from '#libs/jobs';
import { LOGGER, type Logger } from '#libs/platform';
import { Projections, Replay, ReplayCancelledError, ReplayRunningError } from '#libs/projections';

/** Runs a replay that was requested from the workers. */
@Injectable()
export class ReplayJob {
  constructor(
    private readonly projections: Projections,
    private readonly replay: Replay,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @throws Error if the replay should be tried again */
  async run({ projection: name, ...options }: ReplayRequest, signal: AbortSignal): Promise<void> {
    const projection = this.projections.all.find((known) => known.name === name);
    if (projection === undefined) {
      this.logger.error({ projection: name }, 'there is no such projection to replay');
      return;
    }
    try {
      const { events, isTidy } = await this.replay.run(projection, { ...options, signal });
      this.logger.info({ projection: name, events }, 'replayed');
      if (!isTidy) this.logger.warn({ projection: name }, 'older tables are still being read, and stay');
    } catch (error) {
      if (!(error instanceof ReplayCancelledError || error instanceof ReplayRunningError)) throw error;
      this.logger.warn({ projection: name }, error.message);
    }
  }
}
