import { Inject, Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { LOGGER, Metrics, type Logger } from '#libs/platform';
import { ReadModel } from '#libs/read-model';
import { CatchUp } from './catch-up.js';
import type { Target } from './checkpoints.js';
import { Lane } from './lane.js';
import { Projections, type Projection } from './projection.js';
import { shardsBehind } from './shards-behind.js';

/** Batches that run in parallel; more would only wait for the same disk. */
const LANES = 4;

/** Keeps every projection up to date, in all shards that no other worker has locked. */
@Injectable()
export class Projector {
  private readonly lanes = Array.from({ length: LANES }, () => new Lane((shard) => this.foldShard(shard)));
  private readonly folded: Counter<'projection'>;
  private stopped = false;

  constructor(
    private readonly readModel: ReadModel,
    private readonly catchUp: CatchUp,
    private readonly projections: Projections,
    @Inject(LOGGER) private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.folded = new Counter({
      name: 'garbanzo_projected_events_total',
      help: 'Events folded into read tables',
      labelNames: ['projection'],
      registers: [metrics.registry],
    });
  }

  /** Resolves when these shards, and others that were added meanwhile, have no more events to fold. */
  async project(shards: readonly number[]): Promise<void> {
    if (this.stopped) return;
    await Promise.all(
      this.lanes.map((lane, index) => lane.add(shards.filter((shard) => shard % LANES === index))),
    );
  }

  /** Compares heads with checkpoints, and folds the events whose wake-ups were lost. */
  async projectAll(): Promise<void> {
    for (const projection of this.projections.all) {
      const behind = await shardsBehind(this.readModel, projection);
      await this.project(behind.filter(({ state }) => state === 'live').map(({ shard }) => shard));
      const kept = behind.filter(({ state }) => state === 'kept');
      for (const { generation, shard } of kept) await this.foldBatch({ projection, generation }, shard);
    }
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all(this.lanes.map((lane) => lane.stop()));
  }

  private async foldShard(shard: number): Promise<boolean> {
    let more = false;
    for (const projection of this.projections.all)
      more = (await this.foldBatch({ projection }, shard)) || more;
    return more && !this.stopped;
  }

  /** A batch that fails changes nothing. The next comparison of heads and checkpoints finds it again. */
  private async foldBatch(target: Target<Projection>, shard: number): Promise<boolean> {
    const { projection } = target;
    try {
      const { events, more } = await this.catchUp.catchUp(target, shard);
      this.folded.inc({ projection: projection.name }, events);
      return more;
    } catch (error) {
      this.logger.error({ err: error, projection: projection.name, shard }, 'a batch was not folded');
      return false;
    }
  }
}
