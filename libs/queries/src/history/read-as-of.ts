import { sql } from 'kysely';
import type { List, Todo } from '#libs/domain';
import { STORED_EVENT, type StoredEvent } from '#libs/event-store';
import type { ReadModel } from '#libs/read-model';
import { foldStream, type Step } from './fold-stream.js';
import { streamsOfList, type ListInLog } from './streams-of-list.js';

/** A list as the log had it at a moment. */
export interface Past {
  /** Undefined before it was created. */
  readonly list: List | undefined;
  /** Those that were in it, in the trash or not. */
  readonly todos: readonly Todo[];
  /** Streams of which something had happened by then that this version cannot read. */
  readonly unreadable: number;
}

/** @param moment ISO 8601, with up to six digits behind the seconds */
export async function readAsOf(readModel: ReadModel, list: ListInLog, moment: string): Promise<Past> {
  const events = await eventsAsOf(readModel, list, moment);
  const streams = Map.groupBy(events, ({ streamId }) => streamId);
  const lasts = [...streams.values()].flatMap((stream) => foldStream(stream).at(-1) ?? []);
  return {
    list: lasts.flatMap(listOf).find(({ id }) => id === list.listId),
    todos: lasts.flatMap(todoOf).filter(({ listId }) => listId === list.listId),
    unreadable: lasts.filter((step) => step.of === 'unknown').length,
  };
}

/**
 * A moment is a place in the log: behind the last event that was recorded by then. Everything before that place belongs
 * to it, whatever its time, so that no stream is folded with a hole in it when the clock was set back.
 */
async function eventsAsOf(
  { kysely }: ReadModel,
  list: ListInLog,
  moment: string,
): Promise<readonly StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`
    with of_list as materialized (
      select ${sql.raw(STORED_EVENT)}
      from (${streamsOfList(list)}) streams cross join lateral (
        select * from events e where e.shard = ${list.shard} and e.stream_id = streams.stream_id offset 0
      ) e
      where e.workspace_id = ${list.workspaceId}
    )
    select * from of_list
    where position <= (select max(position) from of_list where "recordedAt" <= ${moment}::timestamptz)
    order by "streamId", version`.execute(kysely);
  return rows;
}

/** What can be read of a stream ends before what cannot. */
function listOf(step: Step): readonly List[] {
  if (step.of === 'unknown') return step.last === undefined ? [] : listOf(step.last);
  else return step.of === 'list' ? [step.after] : [];
}

function todoOf(step: Step): readonly Todo[] {
  if (step.of === 'unknown') return step.last === undefined ? [] : todoOf(step.last);
  else return step.of === 'todo' ? [step.after] : [];
}
