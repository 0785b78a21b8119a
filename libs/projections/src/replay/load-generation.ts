import { setTimeout as pause } from 'node:timers/promises';
import { readStreams } from '#libs/event-store';
import { queryable, type ReadModel } from '#libs/read-model';
import { foldEvents, openTables } from '../fold-events.js';
import { park } from '../parked-streams.js';
import type { Projection } from '../projection.js';
import { enter } from './generations.js';

/** Events in a batch: enough that a statement's round trip is nothing, few enough that a batch is small in memory. */
const BATCH = 5_000;

export interface Load {
  readonly projection: Projection;
  readonly generation: number;
  readonly heads: readonly { readonly shard: number; readonly position: number }[];
  /** Shards that are loaded side by side. */
  readonly connections: number;
  /** Rests after each batch for as long as it took. */
  readonly gentle: boolean;
  readonly signal: AbortSignal;
  readonly onEvents: (count: number) => void;
}

/** Folds whole streams, shard by shard, into rows that are only ever inserted. */
export async function loadGeneration(readModel: ReadModel, load: Load): Promise<void> {
  const shards = load.heads.values();
  const loadNext = async () => {
    for (const head of shards) await loadShard(readModel, load, head);
  };
  await Promise.all(Array.from({ length: load.connections }, loadNext));
}

async function loadShard(
  readModel: ReadModel,
  load: Load,
  { shard, position: upTo }: Load['heads'][number],
): Promise<void> {
  const begun = { at: performance.now() };
  for await (const events of readStreams(queryable(readModel.kysely), { shard, upTo, batch: BATCH })) {
    load.signal.throwIfAborted();
    await readModel.kysely.transaction().execute(async (transaction) => {
      await enter(transaction, load.projection, load.generation);
      const folding = await openTables(load.projection, (table) => table.begin(transaction));
      const unfolded = foldEvents(folding, events);
      for (const { open } of folding) await open.insert();
      for (const event of unfolded) await park(transaction, load.generation, event);
    });
    load.onEvents(events.length);
    if (load.gentle) await pause(performance.now() - begun.at);
    begun.at = performance.now();
  }
}
