import { readHeads } from '#libs/event-store';
import { queryable, type ReadModel } from '#libs/read-model';
import { CatchUp } from '../catch-up.js';
import type { Target } from '../checkpoints.js';
import type { Projection } from '../projection.js';
import { shardsBehind } from '../shards-behind.js';
import { verifyTables } from '../verify/verify-tables.js';
import { dropGenerations } from './drop-generations.js';
import { fillGeneration } from './fill-generation.js';
import { beginGeneration, findGeneration, setCheckpoints } from './generations.js';
import { goLive } from './go-live.js';
import { NothingKeptError, NotVerifiedError } from './replay-errors.js';
import { withDefaults, type ReplayOptions, type ReplaySettings } from './replay-options.js';
import { ReplayRecord } from './replay-record.js';
import { withReplayLock } from './replay-lock.js';

export interface Replayed {
  /** How many events were folded in stream order. */
  readonly events: number;
  /** False if older tables could not be dropped yet, because something was still reading them. */
  readonly isTidy: boolean;
}

/**
 * With fewer new events than this, the generation can go live. They are folded while the live tables stand
 * still.
 */
const FEW_EVENTS = 100;

/** Builds a new generation of a projection's tables from the log, beside the live one, and makes it live. */
export class Replay {
  private readonly catchUp: CatchUp;

  /** @param readModel without a statement timeout, because a statement may take minutes */
  constructor(private readonly readModel: ReadModel) {
    this.catchUp = new CatchUp(readModel);
  }

  /**
   * Replays the projection while readers and writers go on. If it is interrupted at any moment, the live and
   * the kept generation have not changed, and the next replay removes what was left over.
   *
   * @throws ReplayRunningError if another process is replaying the projection
   * @throws NotVerifiedError if the new generation differs from the log
   * @throws ReplayCancelledError if it was cancelled
   */
  async run(projection: Projection, options: ReplayOptions = {}): Promise<Replayed> {
    const dropUnfinished = () => dropGenerations(this.readModel, projection, { state: 'building' });
    return await withReplayLock(this.readModel, projection, async () => {
      await dropUnfinished();
      try {
        const { events, before } = await this.buildRecorded(projection, withDefaults(options));
        const except = options.keepOld ? before : undefined;
        const dropping = dropGenerations(this.readModel, projection, { state: 'kept', except });
        // The new generation is live, whether or not the old ones can be dropped.
        return { events, isTidy: await dropping.then(() => true).catch(() => false) };
      } catch (error) {
        // The next replay drops what cannot be dropped now.
        await dropUnfinished().catch(() => undefined);
        throw error;
      }
    });
  }

  /**
   * Makes the kept generation live again, and keeps the one that was live.
   *
   * @returns the id of the generation that is live now
   * @throws NothingKeptError if no generation was kept
   */
  async goBack(projection: Projection): Promise<number> {
    return await withReplayLock(this.readModel, projection, async () => {
      const kept = await findGeneration(this.readModel, projection, 'kept');
      if (kept === undefined) throw new NothingKeptError(projection);
      await this.fold({ projection, generation: kept }, withDefaults({}));
      await goLive(this.readModel, projection, kept);
      return kept;
    });
  }

  /**
   * Builds the first generation of this version of the projection, if none is live. Returns whether it did.
   */
  async prepare(projection: Projection): Promise<boolean> {
    if ((await findGeneration(this.readModel, projection, 'live')) !== undefined) return false;
    await this.run(projection);
    return true;
  }

  /** Builds the generation and records the progress, so that others can see it and can cancel the replay. */
  private async buildRecorded(
    projection: Projection,
    { onProgress, signal, ...options }: ReplaySettings,
  ): Promise<Built> {
    const generation = await beginGeneration(this.readModel, projection);
    const record = new ReplayRecord(this.readModel, generation);
    try {
      return await this.build(projection, generation, {
        ...options,
        signal: AbortSignal.any([signal, record.cancelled]),
        onProgress(progress) {
          record.note(progress);
          onProgress(progress);
        },
      });
    } finally {
      await record.end();
    }
  }

  private async build(projection: Projection, generation: number, options: ReplaySettings): Promise<Built> {
    const { readModel } = this;
    const heads = await readHeads(queryable(readModel.kysely));
    const events = await fillGeneration(readModel, { projection, generation, heads }, options);
    await setCheckpoints(readModel, generation, heads);
    await this.fold({ projection, generation }, options);
    await this.verify({ projection, generation }, options);
    await this.fold({ projection, generation }, options);
    options.onProgress({ phase: 'go live', events: 0, total: 0 });
    options.signal.throwIfAborted();
    return { events, before: await goLive(readModel, projection, generation) };
  }

  /** Folds the events that were appended meanwhile, until only a few are left. */
  private async fold(target: Target<Projection>, { signal, onProgress }: ReplaySettings): Promise<void> {
    let [events, folded] = [0, 0];
    do {
      folded = 0;
      const behind = await shardsBehind(this.readModel, target.projection);
      for (const { shard } of behind.filter(({ generation }) => generation === target.generation)) {
        signal.throwIfAborted();
        folded += (await this.catchUp.catchUp(target, shard)).events;
        onProgress({ phase: 'catch up', events: events + folded, total: 0 });
      }
      events += folded;
    } while (folded >= FEW_EVENTS);
  }

  /** Checks only the rows, not the log: if the log has a gap, the old tables were built from the same log. */
  private async verify(target: Target<Projection>, options: ReplaySettings): Promise<void> {
    const { differences } = await verifyTables(this.readModel, target, {
      ...options,
      checkLog: false,
      limit: 3,
      onProgress: (progress) => options.onProgress({ phase: 'verify', ...progress }),
    });
    if (differences.length > 0) throw new NotVerifiedError(differences);
  }
}

interface Built {
  readonly events: number;
  /** The id of the generation that was live before. */
  readonly before: number | undefined;
}
