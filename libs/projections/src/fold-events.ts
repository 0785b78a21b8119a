import { EVENTS, type DomainEvent, type Recorded } from '#libs/domain';
import { upcast, type StoredEvent } from '#libs/event-store';
import type { OpenTable } from './open-table.js';

/** An event that could not be folded, and why. */
export interface Unfolded {
  readonly stored: StoredEvent;
  readonly error: unknown;
}

/**
 * Folds events in order into the rows of all tables. After an event that cannot be folded, the rest of its
 * stream is skipped; other streams go on.
 *
 * @param parked streams that are already parked, and therefore skipped
 * @returns the events at which more streams must be parked
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

/** Changes either all tables that handle the event, or none of them if one fold throws. */
function foldEvent(tables: readonly OpenTable[], recorded: Recorded<DomainEvent>): void {
  const folded = tables
    .filter((table) => table.folded.handles(recorded.event))
    .map((table) => ({ table, rows: table.evolve(recorded) }));
  for (const { table, rows } of folded) table.put(recorded.streamId, rows);
}
