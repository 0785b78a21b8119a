import type { Head } from '#libs/event-store';
import type { ReadModel, Transaction } from '#libs/read-model';
import type { Target } from '../checkpoints.js';
import { countEvents } from '../count-events.js';
import { numberOfParts } from '../number-of-parts.js';
import type { Projection } from '../projection.js';
import { findGeneration } from '../replay/generations.js';
import { Findings, type Verification } from './findings.js';
import { findNewerTables } from './find-newer-tables.js';
import { findExtraRows } from './find-extra-rows.js';
import { withSnapshot } from './snapshot.js';
import { verifyPart, type ParkedAt } from './verify-part.js';
import { verifySummary } from './verify-summary.js';

export interface VerifyOptions {
  /** Whether to check the log as well: versions without gaps, ascending positions. */
  readonly checkLog?: boolean;
  readonly connections?: number;
  /** Whether to pause after each batch for as long as the batch took. */
  readonly gentle?: boolean;
  /** How many differences are listed; all are counted. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly events: number; readonly total: number }) => void;
}

const TRIES = 3;

/**
 * Folds the log again, independently of the tables, and compares every row. All reads use one snapshot, in
 * which each shard has one checkpoint. It blocks no reader or writer, and its memory use does not grow with
 * the log.
 *
 * @throws Error if a replay went live during every try
 */
export async function verifyTables(
  readModel: ReadModel,
  target: Target<Projection>,
  options: VerifyOptions = {},
): Promise<Verification> {
  const live = () => findGeneration(readModel, target.projection, 'live');
  for (let tries = 0; tries < TRIES; tries += 1) {
    const before = await live();
    const verification = await verifyOnce(readModel, target, options);
    // Tables are found by name. If another generation took these names meanwhile, rows of both may have been
    // compared.
    if (target.generation !== undefined || before === (await live())) return verification;
  }
  throw new Error('Replays went live again and again meanwhile: verify when they have ended.');
}

async function verifyOnce(
  readModel: ReadModel,
  target: Target<Projection>,
  { checkLog = true, connections, gentle = false, limit = 20, signal, onProgress }: VerifyOptions,
): Promise<Verification> {
  const { projection } = target;
  const findings = new Findings(limit);
  const total = await countEvents(readModel);
  const onEvents = (count: number) => {
    signal?.throwIfAborted();
    findings.events += count;
    onProgress?.({ events: findings.events, total });
  };
  onEvents(0);
  await withSnapshot(readModel, target, async ({ id: snapshot, inSnapshot }) => {
    const { heads, parked } = await inSnapshot((transaction) => readProgress(transaction, target));
    await inSnapshot((transaction) => findNewerTables(transaction, target, findings));
    const { database } = readModel;
    const verifying = { database, snapshot, projection, checkLog, gentle, heads, parked, findings, onEvents };
    const parts = gentle ? 1 : numberOfParts(connections);
    await Promise.all(
      Array.from({ length: parts }, (_, part) =>
        inSnapshot((transaction) => verifyPart(transaction, verifying, { part, parts })),
      ),
    );
    for (const key of parked.keys()) {
      findings.differ({ table: 'parked_streams', key, column: '', expected: undefined, found: 'parked' });
    }
    await inSnapshot(async (transaction) => {
      for (const table of projection.tables) await findExtraRows(transaction, table, findings);
      for (const summary of projection.summaries) await verifySummary(transaction, summary, findings);
    });
  });
  return findings.result();
}

/** Reads the checkpoints of the target, and its parked streams. */
async function readProgress(
  transaction: Transaction,
  target: Target,
): Promise<{ readonly heads: readonly Head[]; readonly parked: Map<string, ParkedAt> }> {
  const heads = await ofTarget(transaction, target)
    .innerJoin('checkpoints as c', 'c.generation', 'g.id')
    .select(['c.shard', 'c.position'])
    .where('c.position', '>', 0)
    .execute();
  const parked = await ofTarget(transaction, target)
    .innerJoin('parked_streams as p', 'p.generation', 'g.id')
    .select(['p.stream_id as streamId', 'p.position', 'p.sqlstate as sqlState'])
    .execute();
  return { heads, parked: new Map(parked.map(({ streamId, ...at }) => [streamId, at])) };
}

function ofTarget(transaction: Transaction, { projection: { name, version }, generation }: Target) {
  const generations = transaction
    .selectFrom('generations as g')
    .where('g.projection', '=', name)
    .where('g.version', '=', version);
  return generation === undefined
    ? generations.where('g.state', '=', 'live')
    : generations.where('g.id', '=', generation);
}
