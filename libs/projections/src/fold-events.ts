import { EVENTS, type DomainEvent } from '#libs/domain';
import { upcast, type StoredEvent } from '#libs/event-store';
import type { Transaction } from '#libs/read-model';
import type { Projection } from './projection.js';

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
  const unfolded = new Map<string, Unfolded>();
  // The first event of a stream that fails keeps back itself and those behind it, not those before.
  const attempt = <Result>(stored: StoredEvent, work: () => Result): Result | undefined => {
    const failedAt = unfolded.get(stored.streamId)?.stored.position ?? Infinity;
    if (stored.position >= failedAt) return undefined;
    try {
      return work();
    } catch (error) {
      unfolded.set(stored.streamId, { stored, error });
      return undefined;
    }
  };
  const recorded = events
    .filter(({ streamId }) => !parked.has(streamId))
    .map((stored) => ({ stored, read: attempt(stored, () => ({ ...stored, event: readEvent(stored) })) }));
  for (const table of projection.tables) {
    const own = recorded.filter(({ read }) => read !== undefined && table.handles(read.event));
    const open = await table.open(transaction, [...new Set(own.map(({ stored }) => stored.streamId))]);
    for (const { stored, read } of own) if (read) attempt(stored, () => open.evolve(read));
    await open.save();
  }
  return [...unfolded.values()];
}

const readEvent = (stored: StoredEvent) => upcast<DomainEvent>(stored, EVENTS);
