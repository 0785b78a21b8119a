import { readStreams, type Head, type StoredEvent } from '#libs/event-store';
import type { Database } from '#libs/platform';
import type { Transaction } from '#libs/read-model';
import { foldEvents } from '../fold-events.js';
import { loadByStream, newTables } from '../open-tables.js';
import type { Projection } from '../projection.js';
import { withRests } from '../with-rests.js';
import { checkStreams } from './check-streams.js';
import { compareRows } from './compare-rows.js';
import type { Findings } from './findings.js';

/** The event at which a stream is parked. */
export interface ParkedAt {
  readonly position: number;
  /**
   * Set if PostgreSQL has refused the row. Folding the event alone would not show why the stream is parked.
   */
  readonly sqlState: string | null;
}

/** What all parts of a verification have in common. */
export interface Verifying {
  readonly database: Database;
  /** In which the log is read. */
  readonly snapshot: string;
  readonly projection: Projection;
  readonly checkLog: boolean;
  readonly gentle: boolean;
  readonly heads: readonly Head[];
  /** Parked streams for which no reason was found yet. Those that are left at the end are reported. */
  readonly parked: Map<string, ParkedAt>;
  readonly findings: Findings;
  readonly onEvents: (count: number) => void;
}

/** Folds one part of all streams, and compares the result with the rows in the tables. */
export async function verifyPart(
  transaction: Transaction,
  { database, snapshot, projection, checkLog, gentle, heads, parked, findings, onEvents }: Verifying,
  dealt: { readonly part: number; readonly parts: number },
): Promise<void> {
  const batches = readStreams(database, { heads, snapshot, ...dealt });
  for await (const events of withRests(batches, gentle)) {
    if (checkLog) checkStreams(events, findings);
    const tables = newTables(projection);
    const unfolded = foldEvents(tables, withoutRefused(events, parked));
    for (const { stored } of unfolded) expectParked(stored, parked, findings);
    const ids = [...new Set(events.map(({ streamId }) => streamId))];
    for (const open of tables) {
      compareRows(open, await loadByStream(transaction, open.folded, { ids }), findings);
    }
    onEvents(events.length);
  }
}

/**
 * Leaves out each event whose row PostgreSQL has refused, and the later events of its stream: the tables have
 * neither.
 */
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

/** Reports a difference if an event cannot be folded but its stream is not parked. */
function expectParked(
  { streamId, position }: StoredEvent,
  parked: Map<string, ParkedAt>,
  findings: Findings,
): void {
  if (parked.delete(streamId)) return;
  const expected = `parked at ${position}`;
  findings.differ({ table: 'parked_streams', key: streamId, column: '', expected, found: undefined });
}
