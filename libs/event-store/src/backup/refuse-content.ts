import type { Queryable } from '#libs/platform';
import { DEFAULT_WORKSPACE } from '../workspaces.js';
import type { KeptTable } from './kept-table.js';

/** The database already has content, which a restore would mix with the backup. */
export class NotEmptyError extends Error {
  constructor(what: string) {
    super(`The database is not empty: it has ${what}. Restore into a new one; nothing was changed.`);
  }
}

/** @throws NotEmptyError if the database has events, a workspace that the migrations did not create, or rows in these tables */
export async function refuseContent(database: Queryable, tables: readonly KeptTable[] = []): Promise<void> {
  if (!(await exists(database, 'events'))) return;
  await refuse(database, 'events', 'select from events');
  await refuse(database, 'workspaces', `select from workspaces where id <> '${DEFAULT_WORKSPACE}'`);
  for (const { name } of tables.filter(({ mayHaveRows }) => !mayHaveRows)) {
    // A schema of an older version may not have the table.
    if (await exists(database, name)) await refuse(database, name, `select from "${name}"`);
  }
}

async function exists(database: Queryable, table: string): Promise<boolean> {
  const [found] = await database.query<{ exists: boolean }>('select to_regclass($1) is not null as exists', [
    `public.${table}`,
  ]);
  return found?.exists === true;
}

async function refuse(database: Queryable, table: string, rows: string): Promise<void> {
  const [found] = await database.query<{ some: boolean }>(`select exists (${rows}) as some`);
  if (found?.some) throw new NotEmptyError(table.replaceAll('_', ' '));
}
