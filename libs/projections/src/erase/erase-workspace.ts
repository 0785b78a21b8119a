import { sql } from 'kysely';
import {
  countWorkspaceEvents,
  eraseEvents,
  eraseRequestedEvents,
  findShards,
  type WorkspaceShards,
} from '#libs/event-store';
import { queryable, type ReadModel, type Transaction } from '#libs/read-model';
import type { Projection } from '../projection.js';
import { withReplayLock } from '../replay/replay-lock.js';
import { setCheckpointsBack, stopFolding } from './erased-checkpoints.js';
import { countRows, eraseRows } from './erase-rows.js';

export interface WorkspaceContent {
  readonly events: number;
  /** The number of rows in each live table. */
  readonly rows: readonly { readonly table: string; readonly count: number }[];
}

export class NoSuchWorkspaceError extends Error {
  constructor(workspaceId: string) {
    super(`There is no workspace ${workspaceId}.`);
  }
}

/** Counts what `eraseWorkspace` would remove. @throws NoSuchWorkspaceError if there is no such workspace */
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

/** Removes the events of a workspace and then the workspace itself, and answers how many events there were. */
type RemoveFromLog = (transaction: Transaction, workspace: WorkspaceShards) => Promise<number>;

/**
 * Removes a workspace for good: its events, and its rows in every generation of every projection. No replay
 * can run meanwhile, because it could restore rows; everything else goes on.
 *
 * @param readModel connected as the owner, without a statement timeout
 * @returns what was removed
 * @throws NoSuchWorkspaceError if there is no such workspace
 * @throws ReplayRunningError if a replay is running
 */
export async function eraseWorkspace(
  readModel: ReadModel,
  projections: readonly Projection[],
  workspaceId: string,
): Promise<WorkspaceContent> {
  return await erase(readModel, projections, workspaceId, async (transaction, workspace) => {
    const events = await eraseEvents(queryable(transaction), workspace);
    await sql`delete from workspaces where id = ${workspaceId}`.execute(transaction);
    return events;
  });
}

/** The same with the rights of the worker, for a workspace of which an owner has asked for it. */
export async function eraseRequested(
  readModel: ReadModel,
  projections: readonly Projection[],
  workspaceId: string,
): Promise<WorkspaceContent> {
  return await erase(readModel, projections, workspaceId, (transaction, workspace) =>
    eraseRequestedEvents(queryable(transaction), workspace),
  );
}

async function erase(
  readModel: ReadModel,
  projections: readonly Projection[],
  workspaceId: string,
  removeFromLog: RemoveFromLog,
): Promise<WorkspaceContent> {
  return await withReplayLocks(readModel, projections, () =>
    readModel.kysely.transaction().execute(async (transaction) => {
      const workspace = await requireShards(transaction, workspaceId);
      const folded = await stopFolding(transaction, workspace);
      const rows = await countRows(transaction, projections, workspaceId);
      await eraseRows(transaction, workspace);
      // This comes last, because from here on appends to these shards wait.
      const events = await removeFromLog(transaction, workspace);
      await setCheckpointsBack(transaction, folded);
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
