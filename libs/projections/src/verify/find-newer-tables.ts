import { sql } from 'kysely';
import { headOf, IS_AHEAD, type Transaction } from '#libs/read-model';
import type { Target } from '../checkpoints.js';
import type { Findings } from './findings.js';

/** Reports the shards in which the tables have folded what the log does not hold. */
export async function findNewerTables(
  transaction: Transaction,
  { projection: { name, version }, generation }: Target,
  findings: Findings,
): Promise<void> {
  const { rows } = await sql<{ shard: number }>`
    select c.shard from generations g join checkpoints c on c.generation = g.id
    left join ${sql.raw(headOf('c.shard'))} on true
    where g.projection = ${name} and g.version = ${version}
      and case when ${generation ?? null}::int is null then g.state = 'live' else g.id = ${generation ?? null} end
      and ${sql.raw(IS_AHEAD)} order by c.shard`.execute(transaction);
  for (const { shard } of rows) {
    findings.differ({
      table: 'checkpoints',
      key: `shard ${shard}`,
      column: '',
      expected: 'the log from which they were folded',
      found: 'another one: run garbanzo replay',
    });
  }
}
