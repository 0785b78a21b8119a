import { readStreams, type Head, type StoredEvent } from '#libs/event-store';
import { isRefusedByDatabase } from '#libs/platform';
import { copyRows, executeTogether, generationSchema, type ReadModel } from '#libs/read-model';
import { foldEvents, type Unfolded } from '../fold-events.js';
import { newTables } from '../open-tables.js';
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

async function loadPart(readModel: ReadModel, load: Load, part: number): Promise<void> {
  const { heads, connections: parts } = load;
  const batches = readStreams(readModel.database, { heads, part, parts });
  for await (const events of withRests(batches, load.gentle)) {
    load.signal.throwIfAborted();
    if (!(await copyStreams(readModel, load, events))) await insertCarefully(readModel, load, events);
    load.onEvents(events.length);
  }
}

/** @returns false if PostgreSQL has refused a row; then nothing was inserted */
async function copyStreams(
  readModel: ReadModel,
  { projection, generation }: Load,
  events: readonly StoredEvent[],
): Promise<boolean> {
  const tables = newTables(projection);
  const unfolded = foldEvents(tables, events);
  const rows = tables.map((open) => ({ table: open.folded.table, rows: open.rows() }));
  try {
    if (!(await copyRows(readModel, generationSchema(projection, generation), rows))) return false;
  } catch (error) {
    if (isRefusedByDatabase(error)) return false;
    throw error;
  }
  if (unfolded.length > 0) await park(readModel, generation, unfolded);
  return true;
}

async function insertCarefully(
  { kysely }: ReadModel,
  { projection, generation }: Load,
  events: readonly StoredEvent[],
): Promise<void> {
  await kysely.transaction().execute(async (transaction) => {
    await enter(transaction, projection, generation);
    const unfolded = await insertStreams(transaction, projection, events);
    await executeTogether(transaction, parking(generation, unfolded));
  });
}

async function park({ kysely }: ReadModel, generation: number, unfolded: readonly Unfolded[]): Promise<void> {
  await kysely
    .transaction()
    .execute((transaction) => executeTogether(transaction, parking(generation, unfolded)));
}
