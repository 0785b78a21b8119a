import { sql } from 'kysely';
import type { ReadModel } from '#libs/read-model';
import { isStreamOfList, streamsOfList, type ListInLog } from './streams-of-list.js';

/** The position of an event, and its stream. */
export interface EventPosition {
  readonly streamId: string;
  readonly position: number;
}

interface Page {
  /** Only events before this position. */
  readonly before: number;
  readonly limit: number;
}

/**
 * How many of the shard's latest events are searched before each stream of the list is searched by itself. It
 * is a select to hide the number from PostgreSQL's planner, which would sort the whole shard if it estimated
 * the shard to be shorter than this.
 */
const SEARCHED_EVENTS = sql`(select 2000)`;

/** Finds the last events before a position that belong to the streams of a list, newest first. */
export async function positionsOfList(
  readModel: ReadModel,
  list: ListInLog,
  page: Page,
): Promise<readonly EventPosition[]> {
  const latest = await searchLatest(readModel, list, page);
  const isComplete = latest.length === page.limit || (await hasSearchedAll(readModel, list, page));
  return isComplete ? latest : await searchEachStream(readModel, list, page);
}

/**
 * Searches only the shard's latest events. For a list that changes often this is enough, however many to-dos
 * it has.
 */
async function searchLatest(
  { kysely }: ReadModel,
  list: ListInLog,
  { before, limit }: Page,
): Promise<readonly EventPosition[]> {
  const { rows } = await sql<EventPosition>`
    select e.stream_id as "streamId", e.position
    from (
      select stream_id, position, workspace_id from events
      where shard = ${list.shard} and position < ${before}
      order by position desc limit ${SEARCHED_EVENTS}
    ) e cross join lateral (${isStreamOfList(list)}) of_list
    where e.workspace_id = ${list.workspaceId}
    order by e.position desc limit ${limit}`.execute(kysely);
  return rows;
}

/**
 * Whether these latest events reach back to the creation of the list, so that there are no earlier ones to
 * find.
 */
async function hasSearchedAll({ kysely }: ReadModel, list: ListInLog, { before }: Page): Promise<boolean> {
  const { rows } = await sql`
    select from events
    where shard = ${list.shard} and position < ${before} and position >= (
      select position from events where shard = ${list.shard} and stream_id = ${list.listId} and version = 1)
    order by position desc offset ${SEARCHED_EVENTS} limit 1`.execute(kysely);
  return rows.length === 0;
}

/**
 * Finds the last event of each stream first. The events on the page belong to the streams whose last events
 * are the newest, so more events are read only from those.
 */
async function searchEachStream(
  { kysely }: ReadModel,
  list: ListInLog,
  { before, limit }: Page,
): Promise<readonly EventPosition[]> {
  const { rows } = await sql<EventPosition>`
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
