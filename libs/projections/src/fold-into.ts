import type { StoredEvent } from '#libs/event-store';
import type { Transaction } from '#libs/read-model';
import { foldEvents, type Unfolded } from './fold-events.js';
import { openTables } from './open-tables.js';
import type { Projection } from './projection.js';
import { saveTables } from './save-tables.js';
import { tryIn } from './savepoint.js';

/**
 * Folds events into the tables of a projection.
 *
 * @param parked streams whose events wait already
 * @returns the events at which further streams are to be parked
 * @throws Error when PostgreSQL refuses a row: see `foldCarefully`
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
 * The same, when PostgreSQL refuses one of the rows: the events are halved until the one that makes it is alone. Its stream
 * waits like one whose event cannot be folded, and all others go on.
 */
export async function foldCarefully(
  transaction: Transaction,
  projection: Projection,
  events: readonly StoredEvent[],
  parked: ReadonlySet<string>,
): Promise<readonly Unfolded[]> {
  const [stored, ...others] = events;
  if (stored === undefined) return [];
  const tried = await tryIn(transaction, () => foldInto(transaction, projection, events, parked));
  if (tried.done) return tried.result;
  if (others.length === 0) return [{ stored, error: tried.error }];
  const middle = Math.ceil(events.length / 2);
  const first = await foldCarefully(transaction, projection, events.slice(0, middle), parked);
  const waiting = new Set([...parked, ...first.map(({ stored: { streamId } }) => streamId)]);
  return [...first, ...(await foldCarefully(transaction, projection, events.slice(middle), waiting))];
}
