import type { StoredEvent } from '#libs/event-store';
import type { Transaction } from '#libs/read-model';
import { foldEvents, type Unfolded } from '../fold-events.js';
import { newTables } from '../open-tables.js';
import type { Projection } from '../projection.js';
import { insertTables } from '../save-tables.js';
import { tryIn } from '../savepoint.js';

/**
 * Folds whole streams, of which the tables have nothing yet, and inserts their rows. A stream with a row that PostgreSQL
 * refuses is folded up to the event that makes it.
 *
 * @returns the events at which streams are to be parked
 */
export async function insertStreams(
  transaction: Transaction,
  projection: Projection,
  events: readonly StoredEvent[],
): Promise<readonly Unfolded[]> {
  const tried = await tryIn(transaction, () => insert(transaction, projection, events));
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
  await insertTables(transaction, tables);
  return unfolded;
}

/** As much of one stream as PostgreSQL takes. Streams are short: from the end, an event less at each try. */
async function insertBeginning(
  transaction: Transaction,
  projection: Projection,
  events: readonly StoredEvent[],
  error: unknown,
): Promise<readonly Unfolded[]> {
  const stored = events.at(-1);
  if (stored === undefined) return [];
  const before = events.slice(0, -1);
  const tried = await tryIn(transaction, () => insert(transaction, projection, before));
  if (tried.done) return [{ stored, error }];
  else return await insertBeginning(transaction, projection, before, tried.error);
}
