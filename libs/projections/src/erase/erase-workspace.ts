import { sql } from 'kysely';
import {
  countWorkspaceEvents,
  DEFAULT_WORKSPACE,
  eraseEvents,
  findShards,
  type WorkspaceShards,
} from '#libs/event-store';
import { queryable, type ReadModel, type Transaction } from '#libs/read-model';
import type { Projection } from '../projection.js';
import { withReplayLock } from '../replay/replay-lock.js';
import { countRows, eraseRows } from './erase-rows.js';

export interface WorkspaceContent {
  readonly events: number;
  /** Rows of the tables that are read, by table. */
  readonly rows: readonly { readonly table: string; readonly count: number }[];
}

export class NoSuchWorkspaceError extends Error {
  constructor(workspaceId: string) {
    super(`There is no workspace ${workspaceId}.`);
  }
}

/** What erasing the workspace would remove. @throws NoSuchWorkspaceError */
export async function countWorkspace(
  { kysely }: ReadModel,
  projections: readonly Projection[],
  workspaceId: string,
): Promise<WorkspaceContent> {
  return await kysely.transaction().execute(async (transaction) => {
    const workspace = await requireShards(transaction, workspaceId);
    const events = await countWorkspaceEvents(queryable(transaction), workspace);
    return { events, rows: await countRows(transaction, projections, workspaceId) };
  });
}

/**
 * Removes a workspace for good: its events, and its rows in every generation of every projection. Everything else goes on,
 * but for a replay, which would bring rows back. The workspace that is there until there are accounts is emptied, and stays.
 *
 * @param readModel of the owner, with patience
 * @returns what was removed
 * @throws NoSuchWorkspaceError, or ReplayRunningError
 */
export async function eraseWorkspace(
  readModel: ReadModel,
  projections: readonly Projection[],
  workspaceId: string,
): Promise<WorkspaceContent> {
  return await withReplayLocks(readModel, projections, () =>
    readModel.kysely.transaction().execute(async (transaction) => {
      const workspace = await requireShards(transaction, workspaceId);
      await stopFolding(transaction, workspace);
      const rows = await countRows(transaction, projections, workspaceId);
      await eraseRows(transaction, workspace);
      // Last, because from here on the shard's appends wait.
      const events = await eraseEvents(queryable(transaction), workspace);
      if (workspaceId !== DEFAULT_WORKSPACE) await removeWorkspace(transaction, workspaceId);
      return { events, rows };
    }),
  );
}

async function withReplayLocks<Result>(
  readModel: ReadModel,
  [projection, ...others]: readonly Projection[],
  work: () => Promise<Result>,
): Promise<Result> {
  if (projection === undefined) return await work();
  return await withReplayLock(readModel, projection, () => withReplayLocks(readModel, others, work));
}

async function requireShards(transaction: Transaction, workspaceId: string): Promise<WorkspaceShards> {
  const workspace = await findShards(queryable(transaction), workspaceId);
  if (workspace === undefined) throw new NoSuchWorkspaceError(workspaceId);
  return workspace;
}

/** A worker may have read events that are about to go: it has to write its rows before, or never. */
async function stopFolding(transaction: Transaction, { shards }: WorkspaceShards): Promise<void> {
  await sql`set local lock_timeout = '30s'`.execute(transaction);
  await sql`
    select from checkpoints where shard = any(${shards}::smallint[]) order by generation, shard for update`.execute(
    transaction,
  );
}

async function removeWorkspace(transaction: Transaction, workspaceId: string): Promise<void> {
  await sql`delete from workspaces where id = ${workspaceId}`.execute(transaction);
}
