import { Inject, Injectable } from '@nestjs/common';
import { LOGGER, type Logger } from '#libs/platform';
import { ParkedStreams, Projections, Replay, type Projection } from '#libs/projections';

/**
 * What a worker does once, before it folds anything else: it builds the tables of this version if there are
 * none, and retries parked streams, because a new version may fold what an older one could not.
 */
@Injectable()
export class PreparedTables {
  private isDone = false;

  constructor(
    private readonly projections: Projections,
    private readonly replay: Replay,
    private readonly parked: ParkedStreams,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * If it fails, the next call tries again: another worker may be building the tables, or the database may be
   * down.
   */
  async prepare(): Promise<void> {
    if (this.isDone) return;
    for (const projection of this.projections.all) {
      await this.build(projection);
      await this.retryParked(projection);
    }
    this.isDone = true;
  }

  private async build(projection: Projection): Promise<void> {
    const { name, version } = projection;
    if (await this.replay.prepare(projection)) {
      this.logger.info({ projection: name, version }, 'tables were built');
    }
  }

  private async retryParked(projection: Projection): Promise<void> {
    const { folded, parked } = await this.parked.retry(projection);
    if (folded + parked > 0) {
      this.logger.info({ projection: projection.name, folded, parked }, 'parked streams');
    }
  }
}
