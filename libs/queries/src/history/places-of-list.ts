import { sql } from 'kysely';
import type { ReadModel } from '#libs/read-model';
import { isStreamOfList, streamsOfList, type ListInLog } from './streams-of-list.js';

/** Where an event is in the log. */
export interface EventPlace {
  readonly streamId: string;
  readonly position: number;
}

interface Page {
  /** Only events before this position. */
  readonly before: number;
  readonly limit: number;
}

/**
 * How many events of the shard are looked through before the list's streams are. A select, so that PostgreSQL cannot know
 * the number beforehand: where it believes the shard to be shorter, it would sort all of it.
 */
const NEAR = sql`(select 2000)`;

/** The last events before a position that are of the streams of a list, newest first. */
export async function placesOfList(
  readModel: ReadModel,
  list: ListInLog,
  page: Page,
): Promise<readonly EventPlace[]> {
  const near = await amongTheLast(readModel, list, page);
  const isAll = near.length === page.limit || (await isNearTheBeginning(readModel, list, page));
  return isAll ? near : await streamByStream(readModel, list, page);
}

/** Along the shard, but not far: for a list in which much happens this is enough, however many to-dos it has. */
async function amongTheLast(
  { kysely }: ReadModel,
  list: ListInLog,
  { before, limit }: Page,
): Promise<readonly EventPlace[]> {
  const { rows } = await sql<EventPlace>`
    select e.stream_id as "streamId", e.position
    from (
      select stream_id, position, workspace_id from events
      where shard = ${list.shard} and position < ${before}
      order by position desc limit ${NEAR}
    ) e cross join lateral (${isStreamOfList(list)}) of_list
    where e.workspace_id = ${list.workspaceId}
    order by e.position desc limit ${limit}`.execute(kysely);
  return rows;
}

/** Whether that was far enough all the same, because the list had not been created before. */
async function isNearTheBeginning(
  { kysely }: ReadModel,
  list: ListInLog,
  { before }: Page,
): Promise<boolean> {
  const { rows } = await sql`
    select from events
    where shard = ${list.shard} and position < ${before} and position >= (
      select position from events where shard = ${list.shard} and stream_id = ${list.listId} and version = 1)
    order by position desc offset ${NEAR} limit 1`.execute(kysely);
  return rows.length === 0;
}

/**
 * From the last event of each stream: the events that are asked for are of the streams whose last ones are the newest,
 * and only of those are more events read.
 */
async function streamByStream(
  { kysely }: ReadModel,
  list: ListInLog,
  { before, limit }: Page,
): Promise<readonly EventPlace[]> {
  const { rows } = await sql<EventPlace>`
    with newest as (
      select of_list.stream_id
      from (${streamsOfList(list)}) of_list cross join lateral (
        select position from events e
        where e.shard = ${list.shard} and e.stream_id = of_list.stream_id and e.position < ${before}
          and e.workspace_id = ${list.workspaceId}
        order by e.version desc limit 1
      ) last
      order by last.position desc limit ${limit}
    )
    select newest.stream_id as "streamId", e.position
    from newest cross join lateral (
      select position from events e
      where e.shard = ${list.shard} and e.stream_id = newest.stream_id and e.position < ${before}
      order by e.version desc limit ${limit}
    ) e
    order by e.position desc limit ${limit}`.execute(kysely);
  return rows;
}
