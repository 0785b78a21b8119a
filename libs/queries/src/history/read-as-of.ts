import { sql } from 'kysely';
import type { List, Todo } from '#libs/domain';
import { STORED_EVENT, type StoredEvent } from '#libs/event-store';
import type { ReadModel } from '#libs/read-model';
import { foldStream, type Step } from './fold-stream.js';
import { streamsOfList, type ListInLog } from './streams-of-list.js';

/** A list and its to-dos at a moment in the past. */
export interface Past {
  /** Undefined if the list did not exist yet. */
  readonly list: List | undefined;
  /** The to-dos that were in the list, whether or not they were in the trash. */
  readonly todos: readonly Todo[];
  /** The number of streams with events before this moment that this version cannot read. */
  readonly unreadable: number;
}

/** @param moment ISO 8601, with up to six decimal digits for the seconds */
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
 * Translates the moment to a position: that of the list's last event recorded by then. All events up to this
 * position are included, whatever their time. So no stream has a gap, even if the clock was once set back.
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

/** If an event cannot be read, the state before it is the last one that is known. */
function listOf(step: Step): readonly List[] {
  if (step.of === 'unknown') return step.last === undefined ? [] : listOf(step.last);
  else return step.of === 'list' ? [step.after] : [];
}

function todoOf(step: Step): readonly Todo[] {
  if (step.of === 'unknown') return step.last === undefined ? [] : todoOf(step.last);
  else return step.of === 'todo' ? [step.after] : [];
}
