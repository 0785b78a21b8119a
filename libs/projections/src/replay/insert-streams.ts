import type { StoredEvent } from '#libs/event-store';
import { executeTogether, type Transaction } from '#libs/read-model';
import { foldEvents, type Unfolded } from '../fold-events.js';
import { newTables } from '../open-tables.js';
import type { Projection } from '../projection.js';
import { insertingTables } from '../save-tables.js';
import { tryInSavepoint } from '../savepoint.js';

/**
 * Folds complete streams that have no rows yet, and inserts their rows. If PostgreSQL refuses a row of a
 * stream, that stream is folded only up to the event before the one that makes the row.
 *
 * @returns the events at which streams must be parked
 */
export async function insertStreams(
  transaction: Transaction,
  projection: Projection,
  events: readonly StoredEvent[],
): Promise<readonly Unfolded[]> {
  const tried = await tryInSavepoint(transaction, () => insert(transaction, projection, events));
  if (tried.done) return tried.result;
  const streams = [...Map.groupBy(events, ({ streamId }) => streamId).values()];
  if (streams.length <= 1) return await insertBeginning(transaction, projection, events, tried.error);
  const middle = Math.ceil(streams.length / 2);
  return [
    ...(await insertStreams(transaction, projection, streams.slice(0, middle).flat())),
    ...(await insertStreams(transaction, projection, streams.slice(middle).flat())),
  ];
}

async function insert(
  transaction: Transaction,
  projection: Projection,
  events: readonly StoredEvent[],
): Promise<readonly Unfolded[]> {
  const tables = newTables(projection);
  const unfolded = foldEvents(tables, events);
  await executeTogether(transaction, insertingTables(tables));
  return unfolded;
}

/**
 * Inserts as much of one stream as PostgreSQL accepts. Streams are short, so it tries with one event less
 * each time.
 */
async function insertBeginning(
  transaction: Transaction,
  projection: Projection,
  events: readonly StoredEvent[],
  error: unknown,
): Promise<readonly Unfolded[]> {
  const stored = events.at(-1);
  if (stored === undefined) return [];
  const before = events.slice(0, -1);
  const tried = await tryInSavepoint(transaction, () => insert(transaction, projection, before));
  if (tried.done) return [{ stored, error }];
  else return await insertBeginning(transaction, projection, before, tried.error);
}
