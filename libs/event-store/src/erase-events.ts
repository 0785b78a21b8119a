import type { Queryable } from '#libs/platform';

interface Place {
  readonly shard: number;
  readonly workspaceId: string;
}

/** Where a workspace is; undefined when there is none of this id. */
export async function findShard(database: Queryable, workspaceId: string): Promise<number | undefined> {
  const [workspace] = await database.query<{ shard: number }>('select shard from workspaces where id = $1', [
    workspaceId,
  ]);
  return workspace?.shard;
}

/** How many events `eraseEvents` would remove. */
export async function countWorkspaceEvents(
  database: Queryable,
  { shard, workspaceId }: Place,
): Promise<number> {
  const [counted] = await database.query<{ count: number }>(
    'select count(*) from events where shard = $1 and workspace_id = $2',
    [shard, workspaceId],
  );
  return counted?.count ?? 0;
}

/**
 * Removes all events of a workspace for good, and answers how many there were. Positions keep a hole. Appends to its shard
 * wait until the transaction ends.
 *
 * @param transaction of the owner, at read committed
 */
export async function eraseEvents(transaction: Queryable, { shard, workspaceId }: Place): Promise<number> {
  const [erased] = await transaction.query<{ events: number }>(
    'select erase_events($1::smallint, $2) as events',
    [shard, workspaceId],
  );
  return erased?.events ?? 0;
}
