import type { Queryable } from '#libs/platform';

/** A workspace, and where its events are. */
export interface WorkspacePlace {
  readonly workspaceId: string;
  readonly shards: readonly number[];
}

/**
 * Where a workspace's events are; undefined when there is no such workspace. They should all be in its shard, but what is
 * to be gone for good is looked for in the whole log.
 */
export async function findPlace(
  transaction: Queryable,
  workspaceId: string,
): Promise<WorkspacePlace | undefined> {
  await transaction.query('set local enable_seqscan = on');
  const [found] = await transaction.query<{ shards: number[] }>(
    `select array(select shard union select shard from events where workspace_id = $1 order by 1) as shards
     from workspaces where id = $1`,
    [workspaceId],
  );
  return found && { workspaceId, shards: found.shards };
}

/** How many events `eraseEvents` would remove. */
export async function countWorkspaceEvents(
  transaction: Queryable,
  { workspaceId, shards }: WorkspacePlace,
): Promise<number> {
  const [counted] = await transaction.query<{ count: number }>(
    'select count(*) from events where shard = any($1::smallint[]) and workspace_id = $2',
    [shards, workspaceId],
  );
  return counted?.count ?? 0;
}

/**
 * Removes all events of a workspace for good, and answers how many there were. Positions keep a hole. Appends to its shard
 * wait until the transaction ends.
 *
 * @param transaction of the owner, at read committed
 */
export async function eraseEvents(
  transaction: Queryable,
  { workspaceId, shards }: WorkspacePlace,
): Promise<number> {
  const [erased] = await transaction.query<{ events: number }>(
    'select erase_events($1, $2::smallint[]) as events',
    [workspaceId, shards],
  );
  return erased?.events ?? 0;
}
