import { sql } from 'kysely';

/** A list, and where in the log its workspace is. */
export interface ListInLog {
  readonly workspaceId: string;
  readonly shard: number;
  readonly listId: string;
}

/**
 * The ids of the streams that may tell of a list: its own, those of the to-dos that are in it, in the trash or not, or
 * were once, and those that are parked: what cannot be read might tell of any list.
 *
 * Each part is one stretch of its own index.
 */
export function streamsOfList({ workspaceId, shard, listId }: ListInLog) {
  return sql`
    select ${listId}::uuid as stream_id
    union select id from todos
      where list_id = ${listId} and workspace_id = ${workspaceId} and removed_at is null
    union select id from todos
      where list_id = ${listId} and workspace_id = ${workspaceId} and removed_at is not null
    union select id from todos
      where workspace_id = ${workspaceId} and former_list_ids <> '{}' and ${listId} = any (former_list_ids)
    union select stream_id from (${parkedStreams(shard)}) parked`;
}

/** One row when `e.stream_id` is among them, none otherwise: a look-up for a few events, however long the list is. */
export function isStreamOfList({ workspaceId, shard, listId }: ListInLog) {
  return sql`
    select where e.stream_id = ${listId}
    union all select from todos t
      where t.id = e.stream_id and t.workspace_id = ${workspaceId}
        and (t.list_id = ${listId} or ${listId} = any (t.former_list_ids))
    union all select from (${parkedStreams(shard)}) parked where parked.stream_id = e.stream_id
    limit 1`;
}

function parkedStreams(shard: number) {
  return sql`
    select p.stream_id from parked_streams p join generations g on g.id = p.generation
    where g.state = 'live' and p.shard = ${shard}`;
}
