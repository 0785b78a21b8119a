import { sql } from 'kysely';

/** A list, and the shard of its workspace. */
export interface ListInLog {
  readonly workspaceId: string;
  readonly shard: number;
  readonly listId: string;
}

/**
 * A select of the streams that may have events of a list: its own, those of to-dos that are or once were in
 * it (in the trash or not), and parked ones, because an event that cannot be read may concern any list.
 *
 * Each part reads one range of its own index.
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

/**
 * A select of one row if `e.stream_id` is one of those streams, and of none otherwise. It looks up single
 * events, so its time does not depend on the length of the list.
 */
export function isStreamOfList({ workspaceId, shard, listId }: ListInLog) {
  return sql`
    select where e.stream_id = ${listId}
    union all select from todos t
      where t.id = e.stream_id and t.workspace_id = ${workspaceId}
        and (t.list_id = ${listId} or ${listId} = any (t.former_list_ids))
    union all select from (${parkedStreams(shard)}) parked where parked.stream_id = e.stream_id
    limit 1`;
}

export function parkedStreams(shard: number) {
  return sql`
    select p.stream_id from parked_streams p join generations g on g.id = p.generation
    where g.state = 'live' and p.shard = ${shard}`;
}
