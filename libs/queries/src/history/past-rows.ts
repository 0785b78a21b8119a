import { sql, type RawBuilder } from 'kysely';
import type { Due, Priority, Recurring } from '#libs/domain';
import { TODO_LISTS } from '#libs/read-model';
import { parkedStreams, type ListInLog } from './streams-of-list.js';

/** A to-do that has not changed since: its row in the tables is what it was then. */
interface Unchanged extends Due, Omit<Recurring, 'occurrencesOver'> {
  readonly isUnchanged: true;
  readonly id: string;
  readonly lastPosition: number;
  readonly title: string;
  readonly priority: Priority;
  readonly noteVersion: number;
  readonly hasNote: boolean;
  readonly labelIds: readonly string[];
  readonly order: string;
  readonly completedAt: Date | null;
  readonly itemCount: number;
  readonly tickedCount: number;
  /** Whether it is in the list, and not in the trash. */
  readonly isShown: boolean;
}

/** Some events of another stream. */
export interface Piece {
  readonly isUnchanged: false;
  readonly id: string;
  readonly events: readonly PackedEvent[] | null;
  /** The position of the first event that came later; null if there is none. */
  readonly later: number | null;
}

/** As one row of its own, each event would take Node three times as long. */
export type PackedEvent = readonly [
  position: number,
  version: number,
  type: string,
  schemaVersion: number,
  data: unknown,
  recordedAt: string,
];

export type PastRow = Unchanged | Piece;

/** Events in a piece. */
const PIECE = sql.lit(25);

/**
 * A select of all that the past of a list is made from. The pieces of a stream are together and in order: nested
 * loops keep the order of the subquery.
 *
 * @param moment ISO 8601, with up to six decimal digits for the seconds
 * @param isPast a condition on an event `e`
 */
export function pastRows(list: ListInLog, moment: string, isPast: RawBuilder<boolean>): RawBuilder<PastRow> {
  const { workspaceId, shard } = list;
  return sql`
    with ${streams(list, moment)}
    select s.id, s.is_unchanged as "isUnchanged", s.position as "lastPosition", s.title, s.priority,
           s.note_version as "noteVersion", s.has_note as "hasNote", s.label_ids as "labelIds", s.sort_order as "order",
           s.completed_at as "completedAt", s.due_on as "dueOn", s.due_time as "dueTime",
           s.due_zone as "dueZone", s.recurrence, s.occurrence, s.item_count as "itemCount",
           s.ticked_count as "tickedCount", s.is_shown as "isShown", e.events, e.later
    from (
      select streams.*, piece from streams cross join lateral generate_series(0, (
        case when is_unchanged then 1 when is_complete then streams.version else (
          select e.version from events e where e.shard = ${shard} and e.stream_id = streams.id
          order by e.version desc limit 1) end - 1) / ${PIECE}) piece
      order by id, piece offset 0
    ) s left join lateral (
      select json_agg(json_build_array(e.position, e.version, e.type, e.schema_version, e.data, e.recorded_at))
               filter (where e.is_past) as events,
             min(e.position) filter (where not e.is_past) as later
      from (
        select e.*, ${isPast} as is_past from events e
        where not s.is_unchanged and e.shard = ${shard} and e.stream_id = s.id and e.workspace_id = ${workspaceId}
          and e.version > s.piece * ${PIECE} and e.version <= (s.piece + 1) * ${PIECE}
        order by e.version
      ) e
    ) e on true`;
}

/** Whatever the past needs of a row: not the note, which may be long. */
const OF_ROW = sql`
  id, list_id, position, title, priority, note_version, note <> '' as has_note, label_ids, sort_order, completed_at, due_on, due_time, due_zone,
  recurrence, occurrence, item_count, ticked_count, removed_at, version, changed_at`;

/**
 * The streams that may have events of the list, those of to-dos with their rows in the tables.
 *
 * A row is complete unless its stream is parked, or has events that are not folded yet. It keeps the
 * milliseconds of a time that has microseconds in the log: a second makes up for any way of rounding.
 */
function streams({ workspaceId, shard, listId }: ListInLog, moment: string) {
  return sql`
    parked as materialized (${parkedStreams(shard)}),
    incomplete as materialized (
      select stream_id from parked
      union all select stream_id from events where shard = ${shard} and position > coalesce((
        select c.position from checkpoints c join generations g on g.id = c.generation
        where g.projection = ${TODO_LISTS.name} and g.version = ${TODO_LISTS.version} and g.state = 'live'
          and c.shard = ${shard}), 0)
    ),
    rows as materialized (
      select ${OF_ROW} from todos
        where list_id = ${listId} and workspace_id = ${workspaceId} and removed_at is null
      union all select ${OF_ROW} from todos
        where list_id = ${listId} and workspace_id = ${workspaceId} and removed_at is not null
      union all select ${OF_ROW} from todos
        where workspace_id = ${workspaceId} and former_list_ids <> '{}' and ${listId} = any (former_list_ids)
          and list_id <> ${listId}
    ),
    streams as (
      select id, position, title, priority, note_version, has_note, label_ids, sort_order, completed_at, due_on, due_time, due_zone,
             recurrence, occurrence, item_count, ticked_count, list_id = ${listId} and removed_at is null as is_shown, version, is_complete,
             is_complete and changed_at < ${moment}::timestamptz - interval '1 second' as is_unchanged
      from (select *, id not in (select stream_id from incomplete) as is_complete from rows) rows
      union all select id, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, false, null, false, false
      from (select ${listId}::uuid as id union select stream_id from parked) other
      where id not in (select id from rows)
    )`;
}
