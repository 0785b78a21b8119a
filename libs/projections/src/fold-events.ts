import { EVENTS, type Recorded } from '#libs/domain';
import { upcast, type StoredEvent } from '#libs/event-store';
import type { OpenTable } from './open-table.js';

/** An event that could not be folded, and why. */
export interface Unfolded {
  readonly stored: StoredEvent;
  readonly error: unknown;
}

/**
 * Folds events, in their order, into the rows of all tables. The first event of a stream that cannot be folded keeps back
 * the rest of that stream, and of no other.
 *
 * @param parked streams whose events wait already
 * @returns the events at which further streams are to be parked
 */
export function foldEvents(
  tables: readonly OpenTable[],
  events: readonly StoredEvent[],
  parked: ReadonlySet<string> = new Set(),
): readonly Unfolded[] {
  const unfolded = new Map<string, Unfolded>();
  for (const stored of events) {
    if (parked.has(stored.streamId) || unfolded.has(stored.streamId)) continue;
    try {
      foldEvent(tables, { ...stored, event: upcast(stored, EVENTS) });
    } catch (error) {
      unfolded.set(stored.streamId, { stored, error });
    }
  }
  return [...unfolded.values()];
}

/** Into all tables that it is for, or into none. */
function foldEvent(tables: readonly OpenTable[], recorded: Recorded): void {
  const folded = tables
    .filter((table) => table.folded.handles(recorded.event))
    .map((table) => ({ table, rows: table.evolve(recorded) }));
  for (const { table, rows } of folded) table.put(recorded.streamId, rows);
}
