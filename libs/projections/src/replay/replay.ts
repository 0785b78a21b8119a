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
import { withDefaults, type ReplayOptions, type Settled } from './replay-options.js';
import { ReplayRecord } from './replay-record.js';
import { withReplayLock } from './replay-lock.js';

export interface Replayed {
  /** How many were folded in stream order. */
  readonly events: number;
  /** False when something was still reading older tables, so that they could not be dropped yet. */
  readonly isTidy: boolean;
}

/** Events that are few enough to be folded while everybody waits. */
const LEVEL = 100;

/** Builds the next generation of a projection's tables from the log, beside the one that is read, and makes it live. */
export class Replay {
  private readonly catchUp: CatchUp;

  /** @param readModel with patience: a statement may take minutes */
  constructor(private readonly readModel: ReadModel) {
    this.catchUp = new CatchUp(readModel);
  }

  /**
   * Readers and writers go on all the while. When it is broken off at any moment, what is live and what was kept is as it
   * was, and the next replay removes what was left.
   *
   * @throws ReplayRunningError when another process is at it
   * @throws NotVerifiedError when what was built differs from the log
   */
  async run(projection: Projection, options: ReplayOptions = {}): Promise<Replayed> {
    const dropBroken = () => dropGenerations(this.readModel, projection, { state: 'building' });
    return await withReplayLock(this.readModel, projection, async () => {
      await dropBroken();
      try {
        const { events, before } = await this.buildOnRecord(projection, withDefaults(options));
        const except = options.keepOld ? before : undefined;
        const dropping = dropGenerations(this.readModel, projection, { state: 'kept', except });
        // The new one is live, whether or not the old ones can be dropped.
        return { events, isTidy: await dropping.then(() => true).catch(() => false) };
      } catch (error) {
        // What cannot be dropped now is dropped by the next replay.
        await dropBroken().catch(() => undefined);
        throw error;
      }
    });
  }

  /**
   * Makes the generation that was kept live again, and keeps the one that was.
   *
   * @returns its number
   * @throws NothingKeptError when none was kept
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

  /** Builds the first generation in the shape that this version of the code reads, if there is none. */
  async prepare(projection: Projection): Promise<boolean> {
    if ((await findGeneration(this.readModel, projection, 'live')) !== undefined) return false;
    await this.run(projection);
    return true;
  }

  /** Others can see how far it is, and ask for its end. */
  private async buildOnRecord(
    projection: Projection,
    { onProgress, signal, ...options }: Settled,
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

  private async build(projection: Projection, generation: number, options: Settled): Promise<Built> {
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

  /** Folds what has come meanwhile, until there is next to nothing left. */
  private async fold(target: Target<Projection>, { signal, onProgress }: Settled): Promise<void> {
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
    } while (folded >= LEVEL);
  }

  /** Only the rows: a log with a gap is no reason to read older rows of the same log, or none. */
  private async verify(target: Target<Projection>, options: Settled): Promise<void> {
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
  /** The generation that was live before. */
  readonly before: number | undefined;
}
