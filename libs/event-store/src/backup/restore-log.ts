import type { Readable } from 'node:stream';
import { inTransaction, type Database, type Queryable } from '#libs/platform';
import { DEFAULT_WORKSPACE } from '../workspaces.js';
import { readBackup, type BackupRows, type ReadOptions } from './read-backup.js';

/** The database already has content, which a restore would mix with the backup. */
export class NotEmptyError extends Error {
  constructor(what: string) {
    super(`The database is not empty: it has ${what}. Restore into a new one; nothing was changed.`);
  }
}

/**
 * Restores a backup into an empty log, with its original positions, versions and times. It runs in one
 * transaction: if it throws or the process is killed, nothing was restored. Appends wait until it ends.
 *
 * @param database connected as the owner, without a statement timeout
 * @throws NotEmptyError if the log is not empty
 * @throws UnreadableBackupError if the backup cannot be restored
 */
export async function restoreLog(
  database: Database,
  file: Readable,
  options: ReadOptions = {},
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await transaction.query('lock table events, workspaces in share row exclusive mode');
    await refuseContent(transaction);
    let lastPosition = 0;
    for await (const part of readBackup(file, options)) {
      if (part.kind === 'header') ({ lastPosition } = part.header);
      else await insert(transaction, part);
    }
    await advance(transaction, lastPosition);
    await transaction.query('analyze events');
    options.signal?.throwIfAborted();
  });
}

/** @throws NotEmptyError if the database has events, or a workspace that the migrations did not create */
export async function refuseContent(database: Queryable): Promise<void> {
  const [schema] = await database.query<{ exists: boolean }>(
    `select to_regclass('public.events') is not null as exists`,
  );
  if (!schema?.exists) return;
  const [found] = await database.query<{ events: boolean; workspaces: boolean }>(
    `select exists (select from events) as events, exists (select from workspaces where id <> $1) as workspaces`,
    [DEFAULT_WORKSPACE],
  );
  if (found?.events) throw new NotEmptyError('events');
  if (found?.workspaces) throw new NotEmptyError('workspaces');
}

async function insert(transaction: Queryable, { kind, rows }: BackupRows): Promise<void> {
  if (kind === 'workspace') await insertWorkspaces(transaction, rows);
  else await insertEvents(transaction, rows);
}

/**
 * The migrations have created the default workspace, possibly in another shard than the one in the backup.
 */
async function insertWorkspaces(transaction: Queryable, rows: readonly string[]): Promise<void> {
  await transaction.query(
    `insert into workspaces (id, shard, created_at)
     select id, shard, created_at from json_populate_recordset(null::workspaces, $1)
     on conflict (id) do update set shard = excluded.shard, created_at = excluded.created_at`,
    [`[${rows.join()}]`],
  );
}

async function insertEvents(transaction: Queryable, rows: readonly string[]): Promise<void> {
  const columns = `shard, position, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
                   correlation_id, causation_id, traceparent, data, recorded_at`;
  await transaction.query(
    `insert into events (${columns}) select ${columns} from json_populate_recordset(null::events, $1)`,
    [`[${rows.join()}]`],
  );
}

/**
 * Makes the next position higher than any that was assigned in the old or the new database. This comes last,
 * because a sequence is not rolled back with its transaction.
 */
async function advance(transaction: Queryable, lastPosition: number): Promise<void> {
  if (lastPosition === 0) return;
  await transaction.query(
    `select setval('event_positions', greatest($1::bigint, last_value)) from event_positions`,
    [lastPosition],
  );
}
