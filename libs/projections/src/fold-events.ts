import { EVENTS, type DomainEvent } from '#libs/domain';
import { upcast, type StoredEvent } from '#libs/event-store';
import type { OpenTable, ProjectedTable, Projection } from './projection.js';

/** An event that could not be folded, and why. */
export interface Unfolded {
  readonly stored: StoredEvent;
  readonly error: unknown;
}

/** A table, and its rows that are being folded. */
export interface Folding {
  readonly table: ProjectedTable;
  readonly open: OpenTable;
}

/** The projection's tables, each opened in its own way. */
export async function openTables(
  { tables }: Projection,
  open: (table: ProjectedTable) => OpenTable | Promise<OpenTable>,
): Promise<readonly Folding[]> {
  const folding: Folding[] = [];
  for (const table of tables) folding.push({ table, open: await open(table) });
  return folding;
}

/**
 * Folds events, in their order, into rows. The first event of a stream that cannot be folded keeps back the rest of that
 * stream, and of no other.
 *
 * @param parked streams whose events wait already
 * @returns the events at which further streams are to be parked
 */
export function foldEvents(
  folding: readonly Folding[],
  events: readonly StoredEvent[],
  parked: ReadonlySet<string> = new Set(),
): Unfolded[] {
  const unfolded = new Map<string, Unfolded>();
  for (const stored of events) {
    if (parked.has(stored.streamId) || unfolded.has(stored.streamId)) continue;
    try {
      const { streamId, version, workspaceId, recordedAt } = stored;
      const event = upcast<DomainEvent>(stored, EVENTS);
      const recorded = { event, streamId, version, workspaceId, recordedAt };
      folding.find(({ table }) => table.handles(event))?.open.evolve(recorded);
    } catch (error) {
      unfolded.set(stored.streamId, { stored, error });
    }
  }
  return [...unfolded.values()];
}
