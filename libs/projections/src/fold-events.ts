import { EVENTS, type DomainEvent } from '#libs/domain';
import { upcast, type StoredEvent } from '#libs/event-store';
import type { Transaction } from '#libs/read-model';
import type { OpenTable, Projection } from './projection.js';

/** An event that could not be folded, and why. */
export interface Unfolded {
  readonly stored: StoredEvent;
  readonly error: unknown;
}

/**
 * Folds events, in their order, into the rows of a projection. The first event of a stream that cannot be folded keeps
 * back the rest of that stream, and of no other.
 *
 * @param parked streams whose events wait already
 * @returns the events at which further streams are to be parked
 */
export async function foldEvents(
  projection: Projection,
  transaction: Transaction,
  { events, parked }: { readonly events: readonly StoredEvent[]; readonly parked: ReadonlySet<string> },
): Promise<Unfolded[]> {
  const live = events.filter(({ streamId }) => !parked.has(streamId));
  const streamIds = [...new Set(live.map(({ streamId }) => streamId))];
  const tables = await openTables(projection, transaction, streamIds);
  const unfolded = new Map<string, Unfolded>();
  for (const stored of live) {
    if (!unfolded.has(stored.streamId)) {
      try {
        fold(stored, tables);
      } catch (error) {
        unfolded.set(stored.streamId, { stored, error });
      }
    }
  }
  for (const table of tables) await table.save();
  return [...unfolded.values()];
}

/** One after the other: they share the transaction's connection. */
async function openTables(
  { tables }: Projection,
  transaction: Transaction,
  streamIds: readonly string[],
): Promise<OpenTable[]> {
  const open: OpenTable[] = [];
  for (const table of tables) open.push(await table.open(transaction, streamIds));
  return open;
}

function fold(stored: StoredEvent, tables: readonly OpenTable[]): void {
  const event = upcast<DomainEvent>(stored, EVENTS);
  tables.find((table) => table.handles(event))?.evolve({ ...stored, event });
}
