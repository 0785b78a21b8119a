import type { Readable } from 'node:stream';
import { inTransaction, type Database, type Queryable } from '#libs/platform';
import { insertsOf, type Inserts } from './insert-rows.js';
import type { KeptTable } from './kept-table.js';
import { readBackup, type ReadOptions } from './read-backup.js';
import { refuseContent } from './refuse-content.js';

export interface RestoreOptions extends ReadOptions {
  /** Those that backups of this version keep besides the log. */
  readonly tables?: readonly KeptTable[];
  /** A statement that waits for those who would write into these tables meanwhile, and lets none of them begin. */
  readonly hold?: string;
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
  { tables = [], hold = 'select', ...options }: RestoreOptions = {},
): Promise<void> {
  await inTransaction(database, async (transaction) => {
    await transaction.query(hold);
    await transaction.query('lock table events, workspaces in share row exclusive mode');
    await refuseContent(transaction, tables);
    let [lastPosition, inserts]: [number, Inserts] = [0, new Map()];
    for await (const part of readBackup(file, options)) {
      if ('rows' in part) await inserts.get(part.kind)?.(transaction, `[${part.rows.join()}]`);
      else [lastPosition, inserts] = [part.header.lastPosition, insertsOf(part.header, tables)];
    }
    await advance(transaction, lastPosition);
    await transaction.query('analyze events');
    options.signal?.throwIfAborted();
  });
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
