import type { StoredEvent } from '#libs/event-store';
import { executeTogether, type Change, type Transaction } from '#libs/read-model';
import { foldEvents, type Unfolded } from './fold-events.js';
import { openTables } from './open-tables.js';
import type { Projection } from './projection.js';
import { savingTables } from './save-tables.js';
import { tryInSavepoint } from './savepoint.js';

interface Folded {
  /** The events at which more streams must be parked. */
  readonly unfolded: readonly Unfolded[];
  /** What is still to be written. */
  readonly changes: readonly Change[];
}

/**
 * Folds events into the tables of a projection. Whoever calls it writes the changed rows.
 *
 * @param parked streams that are already parked, and therefore skipped
 */
export async function foldInto(
  transaction: Transaction,
  projection: Projection,
  events: readonly StoredEvent[],
  parked: ReadonlySet<string>,
): Promise<Folded> {
  const tables = await openTables(transaction, projection, events);
  const unfolded = foldEvents(tables, events, parked);
  return { unfolded, changes: savingTables(projection, tables) };
}

/**
 * Folds events into the tables and writes the changed rows. If PostgreSQL refuses a row, it halves the batch until the event that makes the row is
 * alone. The stream of that event must be parked, like a stream whose event cannot be folded; all others go on.
 *
 * @returns the events at which more streams must be parked
 */
export async function foldCarefully(
  transaction: Transaction,
  projection: Projection,
  events: readonly StoredEvent[],
  parked: ReadonlySet<string>,
): Promise<readonly Unfolded[]> {
  const [stored, ...others] = events;
  if (stored === undefined) return [];
  const tried = await tryInSavepoint(transaction, async () => {
    const { unfolded, changes } = await foldInto(transaction, projection, events, parked);
    await executeTogether(transaction, changes);
    return unfolded;
  });
  if (tried.done) return tried.result;
  if (others.length === 0) return [{ stored, error: tried.error }];
  const middle = Math.ceil(events.length / 2);
  const first = await foldCarefully(transaction, projection, events.slice(0, middle), parked);
  const waiting = new Set([...parked, ...first.map(({ stored: { streamId } }) => streamId)]);
  return [...first, ...(await foldCarefully(transaction, projection, events.slice(middle), waiting))];
}
