import pg from 'pg';
import type { Steps } from './steps.js';
import { tablesInUse, type TableInUse } from './tables.js';

/** The modes that hold up whoever wants to write. */
const STRONG = ['ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'];

/** PostgreSQL runs it outside of a transaction only: `concurrently`, `vacuum`, a `do` block that commits. */
const OUTSIDE_ONLY = new Set(['25001', '2D000']);

/** What this transaction has done to a table so far. */
interface Work {
  readonly read: number;
  readonly changed: number;
  readonly lock: string | null;
  readonly file: string;
}

/**
 * Runs the steps of a migration for good and answers, in words, why an app that is running beside them would have to wait
 * for longer than a moment. The measure is not the text but what PostgreSQL does: as many rows read or changed as a table
 * has, while the transaction locks out writers. The time that takes grows with the table; any other lock is over at once.
 */
export async function runWatched(client: pg.Client, { statements, transactional }: Steps): Promise<string[]> {
  const tables = await tablesInUse(client);
  const complaints: string[] = [];
  if (transactional) await client.query('begin');
  for (const statement of statements) {
    complaints.push(...byHand(statement));
    const found = transactional
      ? await runInside(client, statement, tables)
      : await runAlone(client, statement, tables);
    complaints.push(...found);
  }
  if (transactional) await client.query('commit');
  return complaints;
}

function byHand(statement: string): string[] {
  return /\block\s+table\b/i.test(statement) ? ['locks a table by hand'] : [];
}

/** A transaction of its own for the statement, where that is possible: only there it can be seen what it locks. */
async function runAlone(
  client: pg.Client,
  statement: string,
  tables: readonly TableInUse[],
): Promise<string[]> {
  try {
    await client.query('begin');
    const complaints = await runInside(client, statement, tables);
    await client.query('commit');
    return complaints;
  } catch (error) {
    await client.query('rollback');
    if (!(error instanceof pg.DatabaseError && OUTSIDE_ONLY.has(error.code ?? ''))) throw error;
    await client.query(statement);
    return await rewritten(client, tables);
  }
}

async function runInside(
  client: pg.Client,
  statement: string,
  tables: readonly TableInUse[],
): Promise<string[]> {
  const before = await workOn(client);
  await client.query(statement);
  const after = await workOn(client);
  return tables.flatMap((table) => complain(table, before.get(table.name), after.get(table.name)));
}

function complain(table: TableInUse, before?: Work, after?: Work): string[] {
  if (before === undefined || after === undefined) return [];
  const hasRead = after.read - before.read >= table.rows;
  const hasChanged = after.changed - before.changed >= table.rows;
  if (after.file !== before.file) return [`writes all of ${table.name} again while nobody can use it`];
  else if (hasRead && after.lock !== null)
    return [`reads all of ${table.name} while nobody can write it (${after.lock})`];
  else
    return hasChanged ? [`changes every row of ${table.name} in one transaction, and so locks them all`] : [];
}

async function workOn(client: pg.Client): Promise<Map<string, Work>> {
  const { rows } = await client.query<Record<keyof Work, string | null> & { name: string; file: string }>(
    `select relid::regclass::text as name, seq_tup_read + coalesce(idx_tup_fetch, 0) as read,
            n_tup_upd + n_tup_del as changed, pg_relation_filenode(relid)::text as file,
            (select mode from pg_locks
             where pid = pg_backend_pid() and relation = relid and granted and mode = any ($1)
             order by array_position($1, mode) desc limit 1) as lock
     from pg_stat_xact_user_tables`,
    [STRONG],
  );
  return new Map(
    rows.map(({ name, read, changed, lock, file }) => [
      name,
      { read: Number(read), changed: Number(changed), lock, file },
    ]),
  );
}

async function rewritten(client: pg.Client, tables: readonly TableInUse[]): Promise<string[]> {
  const after = await workOn(client);
  return tables
    .filter(({ name, file }) => after.get(name)?.file !== file)
    .map(({ name }) => `writes all of ${name} again while nobody can use it`);
}
