import { sql } from 'kysely';
import { SHARD_COUNT } from '#libs/event-store';
import type { Transaction } from '#libs/read-model';
import type { FoldedTable } from '../projection.js';
import type { Findings } from './findings.js';

/**
 * Finds rows of streams that do not exist. It searches for them only if the table has more rows than were
 * compared.
 */
export async function findExtraRows(
  transaction: Transaction,
  { table: { name }, stream }: FoldedTable,
  findings: Findings,
): Promise<void> {
  const { rows: counted } = await sql<{ count: number }>`
    select count(*) from ${sql.table(name)}`.execute(transaction);
  if ((counted[0]?.count ?? 0) <= findings.comparedIn(name)) return;
  const { rows } = await sql<{ key: string; row: unknown }>`
    select t.${sql.ref(stream.name)} as key, to_jsonb(t) as row from ${sql.table(name)} t
    where not exists (
      select from generate_series(0, ${SHARD_COUNT - 1}) shards (shard)
      join events e on e.shard = shards.shard and e.stream_id = t.${sql.ref(stream.name)})`.execute(
    transaction,
  );
  for (const { key, row } of rows) {
    findings.differ({ table: name, key, column: '', expected: undefined, found: row });
  }
}
