import type { Queryable } from '#libs/platform';

/** A workspace, and the shards that have events of it. */
export interface WorkspaceShards {
  readonly workspaceId: string;
  readonly shards: readonly number[];
}

/**
 * Finds the shards that have events of a workspace; undefined if there is no such workspace. All events
 * should be in the workspace's own shard, but erasing must not miss any, so this searches the whole log.
 */
export async function findShards(
  transaction: Queryable,
  workspaceId: string,
): Promise<WorkspaceShards | undefined> {
  await transaction.query('set local enable_seqscan = on');
  const [found] = await transaction.query<{ shards: number[] }>(
    `select array(select shard union select shard from events where workspace_id = $1 order by 1) as shards
     from workspaces where id = $1`,
    [workspaceId],
  );
  return found && { workspaceId, shards: found.shards };
}

/** Counts the events that `eraseEvents` would remove. */
export async function countWorkspaceEvents(
  transaction: Queryable,
  { workspaceId, shards }: WorkspaceShards,
): Promise<number> {
  const [counted] = await transaction.query<{ count: number }>(
    'select count(*) from events where shard = any($1::smallint[]) and workspace_id = $2',
    [shards, workspaceId],
  );
  return counted?.count ?? 0;
}

/**
 * Removes all events of a workspace for good, and returns how many there were. Their positions are not used
 * again. Appends to these shards wait until the transaction ends.
 *
 * @param transaction of the owner, with isolation level read committed
 */
export async function eraseEvents(
  transaction: Queryable,
  { workspaceId, shards }: WorkspaceShards,
): Promise<number> {
  const [erased] = await transaction.query<{ events: number }>(
    'select erase_events($1, $2::smallint[]) as events',
    [workspaceId, shards],
  );
  return erased?.events ?? 0;
}

/** Finds the workspaces that an owner wants to be erased, those that have waited longest first. */
export async function findRequestedErasures(database: Queryable): Promise<readonly string[]> {
  const rows = await database.query<{ workspaceId: string }>(
    'select workspace_id as "workspaceId" from erasures order by requested_at, workspace_id',
  );
  return rows.map(({ workspaceId }) => workspaceId);
}

/** As `eraseEvents`, for the worker, and removes the workspace as well. It refuses one of which nobody has asked for it. */
export async function eraseRequestedEvents(
  transaction: Queryable,
  { workspaceId, shards }: WorkspaceShards,
): Promise<number> {
  const [erased] = await transaction.query<{ events: number }>(
    'select erase_requested($1, $2::smallint[]) as events',
    [workspaceId, shards],
  );
  return erased?.events ?? 0;
}
