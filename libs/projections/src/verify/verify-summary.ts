import { sql } from 'kysely';
import type { Transaction } from '#libs/read-model';
import type { Summary } from '../projection.js';
import type { Findings } from './findings.js';

interface Cell {
  readonly key: string;
  readonly column: string;
  readonly expected: number;
  readonly found: number;
}

/**
 * Compares a summary with the sums over its table, which has been compared with the log before. A missing row
 * counts as sums of 0.
 */
export async function verifySummary(
  transaction: Transaction,
  { table: { name, primaryKey }, select }: Summary,
  findings: Findings,
): Promise<void> {
  const columns = primaryKey.map((column) => column.name).join(', ');
  const { rows } = await sql
    .raw<Cell>(
      `select pair.key, cell.name as column, cell.expected, cell.found
       from (
         select concat_ws(' ', ${columns}) as key, to_jsonb(expected) as expected, to_jsonb(found) as found
         from (${select}) expected full join ${name} found using (${columns})
       ) pair
       cross join lateral (
         select name, coalesce((pair.expected -> name)::int, 0), coalesce((pair.found -> name)::int, 0)
         from jsonb_object_keys(coalesce(pair.expected, pair.found)) name
         where jsonb_typeof(coalesce(pair.expected, pair.found) -> name) = 'number'
       ) cell (name, expected, found)
       where cell.expected <> cell.found`,
    )
    .execute(transaction);
  for (const cell of rows) findings.differ({ table: name, ...cell });
}
