import { readStreams, type Head, type StoredEvent } from '#libs/event-store';
import { executeTogether, queryable, type ReadModel, type Transaction } from '#libs/read-model';
import { parking } from '../parking.js';
import type { Projection } from '../projection.js';
import { withRests } from '../with-rests.js';
import { enter } from './generations.js';
import { insertStreams } from './insert-streams.js';

export interface Load {
  readonly projection: Projection;
  readonly generation: number;
  readonly heads: readonly Head[];
  /** The number of parts of the log that are loaded in parallel. */
  readonly connections: number;
  /** Whether to pause after each batch for as long as the batch took. */
  readonly gentle: boolean;
  readonly signal: AbortSignal;
  readonly onEvents: (count: number) => void;
}

/**
 * Folds complete streams into rows, which are only inserted, never updated. Each part of the log has its own
 * connections.
 */
export async function loadGeneration(readModel: ReadModel, load: Load): Promise<void> {
  const parts = Array.from({ length: load.connections }, (_, part) => loadPart(readModel, load, part));
  await Promise.all(parts);
}

async function loadPart({ kysely }: ReadModel, load: Load, part: number): Promise<void> {
  const { heads, connections: parts } = load;
  await kysely.transaction().execute(async (reading) => {
    const batches = readStreams(queryable(reading), { heads, part, parts });
    for await (const events of withRests(batches, load.gentle)) {
      load.signal.throwIfAborted();
      await kysely.transaction().execute((writing) => insertBatch(writing, load, events));
      load.onEvents(events.length);
    }
  });
}

async function insertBatch(
  transaction: Transaction,
  { projection, generation }: Load,
  events: readonly StoredEvent[],
): Promise<void> {
  await enter(transaction, projection, generation);
  const unfolded = await insertStreams(transaction, projection, events);
  await executeTogether(transaction, parking(generation, unfolded));
}
