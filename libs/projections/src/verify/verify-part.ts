import { isDeepStrictEqual } from 'node:util';
import { readStreams, type Head, type StoredEvent } from '#libs/event-store';
import { queryable, type Transaction } from '#libs/read-model';
import { foldEvents, openTables, type Folding } from '../fold-events.js';
import type { ProjectedRow, Projection } from '../projection.js';
import { withRests } from '../with-rests.js';
import { checkStreams } from './check-streams.js';
import type { Findings } from './findings.js';

/** What all parts of a verification share. */
export interface Verifying {
  readonly projection: Projection;
  readonly checkLog: boolean;
  readonly gentle: boolean;
  readonly heads: readonly Head[];
  /** Streams that are parked, and were not found to belong there yet. */
  readonly parked: Set<string>;
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
    const folding = await openTables(projection, (table) => table.begin(transaction));
    const unfolded = foldEvents(folding, events);
    for (const { stored } of unfolded) expectParked(stored, parked, findings);
    const streamIds = [...new Set(events.map(({ streamId }) => streamId))];
    for (const { table, open } of folding) {
      const stored = await table.load(transaction, streamIds);
      compareRows({ table, open }, stored, findings);
    }
    onEvents(events.length);
  }
}

/** What cannot be folded has to be parked. */
function expectParked({ streamId, position }: StoredEvent, parked: Set<string>, findings: Findings): void {
  if (parked.delete(streamId)) return;
  const expected = `parked at ${position}`;
  findings.differ({ table: 'parked_streams', key: streamId, column: '', expected, found: undefined });
}

function compareRows({ table, open }: Folding, stored: readonly ProjectedRow[], findings: Findings): void {
  const { name } = table.definition;
  const expectedRows = open.rows();
  const storedRows = new Map(stored.map((row) => [row.id, row]));
  findings.compare(name, { expected: expectedRows.length, stored: stored.length });
  for (const expected of expectedRows) {
    const found = storedRows.get(expected.id);
    storedRows.delete(expected.id);
    if (found === undefined) {
      findings.differ({ table: name, key: expected.id, column: '', expected, found });
    } else compareColumns(name, { expected, found }, findings);
  }
  // Of streams whose events make no row in this table.
  for (const found of storedRows.values()) {
    findings.differ({ table: name, key: found.id, column: '', expected: undefined, found });
  }
}

function compareColumns(
  table: string,
  { expected, found }: { readonly expected: ProjectedRow; readonly found: ProjectedRow },
  findings: Findings,
): void {
  const values = new Map<string, unknown>(Object.entries(found));
  for (const [column, value] of Object.entries(expected)) {
    if (!isDeepStrictEqual(value, values.get(column))) {
      findings.differ({ table, key: expected.id, column, expected: value, found: values.get(column) });
    }
  }
}
