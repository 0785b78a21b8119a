import { sql } from 'kysely';
import type { Transaction } from '#libs/read-model';
import type { ProjectedTable } from '../projection.js';
import type { Findings } from './findings.js';

/** Rows of streams that do not exist. Looked for one by one only when there are more rows than were compared. */
export async function findExtraRows(
  transaction: Transaction,
  { definition: { name } }: ProjectedTable,
  findings: Findings,
): Promise<void> {
  const { rows: counted } = await sql<{ count: number }>`
    select count(*) from ${sql.id(name)}`.execute(transaction);
  if ((counted[0]?.count ?? 0) <= findings.comparedIn(name)) return;
  const { rows } = await sql<{ id: string; row: unknown }>`
    select t.id, to_jsonb(t) as row from ${sql.id(name)} t
    where not exists (
      select from generate_series(0, 63) shards (shard) join events e on e.shard = shards.shard and e.stream_id = t.id)`.execute(
    transaction,
  );
  for (const { id, row } of rows) {
    findings.differ({ table: name, key: id, column: '', expected: undefined, found: row });
  }
}
