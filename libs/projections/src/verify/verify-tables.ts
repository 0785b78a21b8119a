import { sql } from 'kysely';
import type { ReadModel, Transaction } from '#libs/read-model';
import type { Target } from '../checkpoints.js';
import { countEvents } from '../count-events.js';
import type { Projection } from '../projection.js';
import { Findings, type Verification } from './findings.js';
import { findExtraRows } from './find-extra-rows.js';
import { verifyShard, type VerifiedShard } from './verify-shard.js';
import { withSnapshot } from './snapshot.js';
import { verifySummary } from './verify-summary.js';

export interface VerifyOptions {
  readonly connections?: number;
  /** Differences that are listed; counting goes on. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly events: number; readonly total: number }) => void;
}

/**
 * Folds the log again, independently of the tables, and compares every row. All of it sees one snapshot, in which each
 * shard has one position; nobody is held up, and memory does not grow with the log.
 */
export async function verifyTables(
  readModel: ReadModel,
  target: Target<Projection>,
  { connections = 2, limit = 20, signal, onProgress }: VerifyOptions = {},
): Promise<Verification> {
  const { projection } = target;
  const findings = new Findings(limit);
  const total = await countEvents(readModel);
  const onEvents = (count: number) => {
    signal?.throwIfAborted();
    findings.events += count;
    onProgress?.({ events: findings.events, total });
  };
  await withSnapshot(readModel, target, async (look) => {
    const shards = (await look((transaction) => readShards(transaction, target))).values();
    const verifyNext = () =>
      look(async (transaction) => {
        for (const shard of shards) await verifyShard(transaction, projection, shard, { findings, onEvents });
      });
    await Promise.all(Array.from({ length: connections }, verifyNext));
    await look(async (transaction) => {
      for (const table of projection.tables) await findExtraRows(transaction, table, findings);
      for (const summary of projection.summaries) await verifySummary(transaction, summary, findings);
    });
  });
  return findings.result();
}

async function readShards(
  transaction: Transaction,
  { projection: { name, version }, generation }: Target,
): Promise<readonly VerifiedShard[]> {
  const { rows } = await sql<VerifiedShard>`
    select c.shard, c.position, array(
      select stream_id from parked_streams p where p.generation = g.id and p.shard = c.shard
    ) as parked
    from generations g join checkpoints c on c.generation = g.id
    where g.projection = ${name} and g.version = ${version}
      and case when ${generation ?? null}::int is null then g.state = 'live' else g.id = ${generation ?? null} end
      and c.position > 0`.execute(transaction);
  return rows;
}
