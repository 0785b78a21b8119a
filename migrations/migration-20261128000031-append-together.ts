import { Migration } from '@mikro-orm/migrations';

/**
 * One command may change several streams: what it appends to them is appended as a whole, or not at all (ADR 31).
 *
 * Not breaking: an item of the version before says nothing of others, and is a whole by itself.
 */
export class Migration20261128000031_AppendTogether extends Migration {
  override up(): void {
    this.addSql(APPEND_EVENTS);
  }
}

/**
 * As before, but for `together`: the number of an item, which is the same in all items of one command. They are judged as one, wait as
 * one, and are appended or refused as one. An item without it is alone.
 */
const APPEND_EVENTS = `
  create or replace function append_events(batch jsonb)
    returns table (item int, outcome text, "position" bigint, version int)
    language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    shards smallint[];
    must_wait boolean;
    writers text[];
    is_nowhere boolean;
    is_refused boolean;
    is_twice boolean;
    locked smallint;
    head bigint;
    firsts jsonb;
    later jsonb;
  begin
    -- Each statement below must see what was committed while it waited for the lock.
    if current_setting('transaction_isolation') <> 'read committed' then
      raise exception 'events are appended at isolation level read committed only';
    end if;

    select array_agg(distinct i.shard order by i.shard),
           count(distinct i.stream_id) < count(*)
             or count(distinct i.command_id) < count(distinct coalesce(i.together, i.item)) or bool_or(
             i.looked_at && (select array_agg(other.stream_id) from jsonb_to_recordset(batch) other (stream_id uuid))
           ),
           array_agg(distinct i.workspace_id || ' ' || i.shard || ' ' || i.actor_id),
           count(distinct (coalesce(i.together, i.item), i.stream_id)) < count(*)
    into shards, must_wait, writers, is_twice
    from jsonb_to_recordset(batch) as i (
      item int, together int, shard smallint, stream_id uuid, command_id uuid, workspace_id uuid, actor_id uuid, looked_at uuid[]
    );

    if is_twice then
      perform refuse_append('a stream twice in one command');
    end if;

    -- In ascending order, so that two calls can never wait for each other. 1735549538 is 'garb'.
    foreach locked in array coalesce(shards, '{}') loop
      perform pg_advisory_xact_lock(1735549538, locked);
    end loop;

    -- Behind the locks, because while this waited for one a workspace may have been erased, and who writes may have been
    -- removed, demoted or disabled. By subqueries, which are never planned as a scan of all members; and not by unnest,
    -- of which the planner counts the rows, so that it would plan this anew for each call.
    select bool_or((select w.shard from workspaces w where w.id = split_part(writer, ' ', 1)::uuid)
             is distinct from split_part(writer, ' ', 2)::smallint),
           bool_or((
             select m.role from memberships m join accounts a on a.id = m.account_id and a.disabled_at is null
             where m.workspace_id = split_part(writer, ' ', 1)::uuid and m.account_id = split_part(writer, ' ', 3)::uuid
           ) in ('owner', 'member') is not true)
    into is_nowhere, is_refused
    from jsonb_array_elements_text(to_jsonb(writers)) writer;
    if is_nowhere then
      perform refuse_append('its workspace is not there, or not in its shard');
    end if;
    -- Before the first account is made there is nobody to be asked for.
    if is_refused and exists (select from accounts) then
      perform refuse_append('its actor may not write there');
    end if;

    -- After a restore that forgot it, a sequence may draw positions that are taken, or that every reader has passed already.
    select max(last.position) into head
    from event_positions p cross join unnest(shards) named (shard) cross join lateral (
      select e.position from events e where e.shard = named.shard order by e.position desc limit 1
    ) last
    where last.position >= p.last_value + p.is_called::int;
    if head is not null then
      perform advance_positions(head);
    end if;

    -- What names a stream or a command once more, or looked at a stream that an item before it changes, is decided on
    -- what that one has left behind.
    if must_wait then
      select jsonb_agg(i.value order by i.nth) filter (where not i.waits),
             jsonb_agg(i.value order by i.nth) filter (where i.waits)
      into firsts, later
      from (
        select named.value, named.nth,
               bool_or(named.is_again or coalesce(named.looked_at && named.changed_before, false))
                 over (partition by named.whole) as waits
        from (
          select i.value, i.nth, r.looked_at, r.whole,
                 row_number() over (partition by r.stream_id order by r.whole) > 1
                 or min(r.whole) over (partition by r.command_id) < r.whole as is_again,
                 -- Not by the same command: that would wait for itself.
                 array_agg(r.stream_id) over (
                   order by r.whole groups between unbounded preceding and 1 preceding) as changed_before
          from jsonb_array_elements(batch) with ordinality i (value, nth)
          cross join lateral (
            select named.*, coalesce(named.together, named.item) as whole
            from jsonb_to_record(i.value) named (
              item int, together int, stream_id uuid, command_id uuid, looked_at uuid[]
            )
          ) r
        ) named
      ) i;
      if later is not null then
        return query select * from append_events(firsts);
        return query select * from append_events(later);
        return;
      end if;
    end if;

    return query
    with judged as materialized (
      select i.*, earlier.position as earlier_position, earlier.version as earlier_version,
             coalesce(stream.version, 0) as standing,
             coalesce(stream.version, 0) = i.expected and coalesce(stream.workspace_id, i.workspace_id) = i.workspace_id
               and (i.expected_command is null or i.expected_command is not distinct from stream.command_id)
               and not exists (
                 select from unnest(i.looked_at, i.looked_at_versions, i.looked_at_commands)
                   looked (stream_id, version, command_id)
                 left join lateral (
                   select e.version, e.command_id from events e
                   where e.shard = i.shard and e.stream_id = looked.stream_id order by e.version desc limit 1
                 ) last on true
                 where looked.version <> coalesce(last.version, 0) or looked.command_id is distinct from last.command_id
               ) as is_as_expected,
             case when jsonb_array_length(i.events) not between 1 and 1000 then refuse_append('no event, or too many') end
               as refused
      from jsonb_to_recordset(batch) as i (
        item int, together int, shard smallint, stream_id uuid, expected int, workspace_id uuid, actor_id uuid,
        command_id uuid, correlation_id uuid, causation_id uuid, traceparent text, events jsonb,
        expected_command uuid, looked_at uuid[], looked_at_versions int[], looked_at_commands uuid[]
      )
      left join lateral (
        -- OFFSET 0: the last position must not be looked for through the whole shard.
        select e.position, e.version from (
          select f.position, f.version from events f where f.shard = i.shard and f.command_id = i.command_id offset 0
        ) e order by e.position desc limit 1
      ) earlier on true
      left join lateral (
        select e.version, e.workspace_id, e.command_id from events e
        where e.shard = i.shard and e.stream_id = i.stream_id order by e.version desc limit 1
      ) stream on true
    ), whole as materialized (
      select j.*, bool_and(j.is_as_expected) over (partition by coalesce(j.together, j.item)) as are_as_expected
      from judged j
    ), appended as (
      insert into events (
        shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
        correlation_id, causation_id, traceparent, data
      )
      select j.shard, j.stream_id, j.standing + e.nth,
             case when length(e.type) between 1 and 64 and e."schemaVersion" > 0
                    and jsonb_typeof(e.data) = 'object' and pg_column_size(e.data) <= 65536
                  then e.type else refuse_append('what is no event, or too large') end,
             e."schemaVersion", j.workspace_id, j.actor_id, j.command_id, j.correlation_id, j.causation_id,
             -- The caller's own words, which nobody needs: in the form of the W3C, or not at all.
             case when j.traceparent ~ '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$' then j.traceparent end,
             e.data
      from whole j cross join lateral rows from (
        jsonb_to_recordset(j.events) as (type text, "schemaVersion" smallint, data jsonb)
      ) with ordinality e (type, "schemaVersion", data, nth)
      where j.earlier_position is null and j.are_as_expected
      order by j.item, e.nth
      returning events.shard, events.stream_id, events.position, events.version
    )
    select j.item,
           case when j.earlier_position is not null then 'duplicate'
                when j.are_as_expected then 'appended'
                else 'conflict' end,
           coalesce(j.earlier_position, last.position),
           coalesce(j.earlier_version, last.version, j.standing)
    from whole j
    left join appended last on last.shard = j.shard and last.stream_id = j.stream_id
      and last.version = j.standing + jsonb_array_length(j.events);
  end
  $$`;
