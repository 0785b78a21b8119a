import { readStreams, type Head, type StoredEvent } from '#libs/event-store';
import { queryable, type Transaction } from '#libs/read-model';
import { foldEvents } from '../fold-events.js';
import { loadByStream, newTables } from '../open-tables.js';
import type { Projection } from '../projection.js';
import { withRests } from '../with-rests.js';
import { checkStreams } from './check-streams.js';
import { compareRows } from './compare-rows.js';
import type { Findings } from './findings.js';

/** Where a stream waits. */
export interface ParkedAt {
  readonly position: number;
  /** Set when PostgreSQL has refused the row: folding alone cannot tell that it has to wait. */
  readonly sqlState: string | null;
}

/** What all parts of a verification share. */
export interface Verifying {
  readonly projection: Projection;
  readonly checkLog: boolean;
  readonly gentle: boolean;
  readonly heads: readonly Head[];
  /** Streams that are parked, and were not found to belong there yet. */
  readonly parked: Map<string, ParkedAt>;
  readonly findings: Findings;
  readonly onEvents: (count: number) => void;
}

/** Compares the rows of one part of all streams with what their events make. */
export async function verifyPart(
  transaction: Transaction,
  { projection, checkLog, gentle, heads, parked, findings, onEvents }: Verifying,
  dealt: { readonly part: number; readonly parts: number },
): Promise<void> {
  const batches = readStreams(queryable(transaction), { heads, ...dealt });
  for await (const events of withRests(batches, gentle)) {
    if (checkLog) checkStreams(events, findings);
    const tables = newTables(projection);
    const unfolded = foldEvents(tables, withoutRefused(events, parked));
    for (const { stored } of unfolded) expectParked(stored, parked, findings);
    const streamIds = [...new Set(events.map(({ streamId }) => streamId))];
    for (const open of tables) {
      compareRows(open, await loadByStream(transaction, open.folded, streamIds), findings);
    }
    onEvents(events.length);
  }
}

/** What PostgreSQL has refused is in no row, nor is what came behind it in its stream. */
function withoutRefused(
  events: readonly StoredEvent[],
  parked: Map<string, ParkedAt>,
): readonly StoredEvent[] {
  const refused = new Map(
    events.flatMap(({ streamId }) => {
      const waits = parked.get(streamId);
      return waits !== undefined && waits.sqlState !== null ? [[streamId, waits.position] as const] : [];
    }),
  );
  for (const streamId of refused.keys()) parked.delete(streamId);
  if (refused.size === 0) return events;
  return events.filter(({ streamId, position }) => position < (refused.get(streamId) ?? Infinity));
}

/** What cannot be folded has to be parked. */
function expectParked(
  { streamId, position }: StoredEvent,
  parked: Map<string, ParkedAt>,
  findings: Findings,
): void {
  if (parked.delete(streamId)) return;
  const expected = `parked at ${position}`;
  findings.differ({ table: 'parked_streams', key: streamId, column: '', expected, found: undefined });
}
