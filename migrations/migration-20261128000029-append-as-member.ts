import { Migration } from '@mikro-orm/migrations';

/**
 * Who appends must be a member who may write at that moment, not only when their request was let in: of a list of 10,000
 * to-dos that is on its way into a workspace, nothing more arrives once its sender is removed from it (ADR 27).
 *
 * Not breaking: the version before writes in the name of members. Version 0.1.0 writes in nobody's name, and can until
 * somebody has set up.
 */
export class Migration20261128000029_AppendAsMember extends Migration {
  override up(): void {
    this.addSql(APPEND_EVENTS);
  }
}

/** As before, but for `writers`, which were `places`: workspaces with their shards. Each now says who writes there. */
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
           count(distinct i.stream_id) < count(*) or count(distinct i.command_id) < count(*) or bool_or(
             i.looked_at && (select array_agg(other.stream_id) from jsonb_to_recordset(batch) other (stream_id uuid))
           ),
           array_agg(distinct i.workspace_id || ' ' || i.shard || ' ' || i.actor_id)
    into shards, must_wait, writers
    from jsonb_to_recordset(batch) as i (
      shard smallint, stream_id uuid, command_id uuid, workspace_id uuid, actor_id uuid, looked_at uuid[]
    );

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
               named.is_again or coalesce(named.looked_at && named.changed_before, false) as waits
        from (
          select i.value, i.nth, r.looked_at,
                 row_number() over (partition by r.stream_id order by i.nth) > 1
                 or row_number() over (partition by r.command_id order by i.nth) > 1 as is_again,
                 array_agg(r.stream_id) over (
                   order by i.nth rows between unbounded preceding and 1 preceding) as changed_before
          from jsonb_array_elements(batch) with ordinality i (value, nth)
          cross join lateral jsonb_to_record(i.value) r (stream_id uuid, command_id uuid, looked_at uuid[])
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
        item int, shard smallint, stream_id uuid, expected int, workspace_id uuid, actor_id uuid,
        command_id uuid, correlation_id uuid, causation_id uuid, traceparent text, events jsonb,
        expected_command uuid, looked_at uuid[], looked_at_versions int[], looked_at_commands uuid[]
      )
      left join lateral (
        select e.position, e.version from events e
        where e.shard = i.shard and e.command_id = i.command_id order by e.version desc limit 1
      ) earlier on true
      left join lateral (
        select e.version, e.workspace_id, e.command_id from events e
        where e.shard = i.shard and e.stream_id = i.stream_id order by e.version desc limit 1
      ) stream on true
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
      from judged j cross join lateral rows from (
        jsonb_to_recordset(j.events) as (type text, "schemaVersion" smallint, data jsonb)
      ) with ordinality e (type, "schemaVersion", data, nth)
      where j.earlier_position is null and j.is_as_expected
      order by j.item, e.nth
      returning events.shard, events.stream_id, events.position, events.version
    )
    select j.item,
           case when j.earlier_position is not null then 'duplicate'
                when j.is_as_expected then 'appended'
                else 'conflict' end,
           coalesce(j.earlier_position, last.position),
           coalesce(j.earlier_version, last.version, j.standing)
    from judged j
    left join appended last on last.shard = j.shard and last.stream_id = j.stream_id
      and last.version = j.standing + jsonb_array_length(j.events);
  end
  $$`;
