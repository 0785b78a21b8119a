import type { StoredEvent } from '#libs/event-store';
import type { Transaction } from '#libs/read-model';
import { foldEvents, type Unfolded } from './fold-events.js';
import { openTables } from './open-tables.js';
import type { Projection } from './projection.js';
import { saveTables } from './save-tables.js';
import { tryInSavepoint } from './savepoint.js';

/**
 * Folds events into the tables of a projection, and writes the changed rows.
 *
 * @param parked streams that are already parked, and therefore skipped
 * @returns the events at which more streams must be parked
 * @throws Error if PostgreSQL refuses a row: see `foldCarefully`
 */
export async function foldInto(
  transaction: Transaction,
  projection: Projection,
  events: readonly StoredEvent[],
  parked: ReadonlySet<string>,
): Promise<readonly Unfolded[]> {
  const tables = await openTables(transaction, projection, events);
  const unfolded = foldEvents(tables, events, parked);
  await saveTables(transaction, projection, tables);
  return unfolded;
}

/**
 * Like `foldInto`, but if PostgreSQL refuses a row, halves the batch until the event that makes the row is
 * alone. The stream of that event is parked, like a stream whose event cannot be folded; all others go on.
 */
export async function foldCarefully(
  transaction: Transaction,
  projection: Projection,
  events: readonly StoredEvent[],
  parked: ReadonlySet<string>,
): Promise<readonly Unfolded[]> {
  const [stored, ...others] = events;
  if (stored === undefined) return [];
  const tried = await tryInSavepoint(transaction, () => foldInto(transaction, projection, events, parked));
  if (tried.done) return tried.result;
  if (others.length === 0) return [{ stored, error: tried.error }];
  const middle = Math.ceil(events.length / 2);
  const first = await foldCarefully(transaction, projection, events.slice(0, middle), parked);
  const waiting = new Set([...parked, ...first.map(({ stored: { streamId } }) => streamId)]);
  return [...first, ...(await foldCarefully(transaction, projection, events.slice(middle), waiting))];
}
