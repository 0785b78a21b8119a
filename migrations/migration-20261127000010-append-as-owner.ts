import { Migration } from '@mikro-orm/migrations';

/**
 * Nobody writes to the log but append_events. It runs with the rights of its owner and looks at what it is given, so the
 * web role needs no right to insert, and a web process that was taken over can forge no position, shard, version or time.
 *
 * What it refuses fails the call: none of its items is appended. Whoever sends many at once sends them again in smaller
 * calls to find the one that is refused.
 *
 * Not breaking: the version before calls the same function.
 */
export class Migration20261127000010_AppendAsOwner extends Migration {
  override up(): void {
    this.addSql(ADVANCE_POSITIONS);
    this.addSql(`revoke execute on function advance_positions from public`);
    this.addSql(APPEND_EVENTS);
    this.addSql(`revoke insert on events from garbanzo_web`);
    // A right to insert single columns is a right of its own.
    this.addSql(`
      revoke insert (shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
                     correlation_id, causation_id, traceparent, data) on events from garbanzo_web`);
    this.addSql(`revoke usage on sequence event_positions from garbanzo_web`);
  }
}

/**
 * A sequence that stands behind the log, after a restore that forgot it for example, would draw positions that are taken,
 * or that every reader has passed already.
 */
const ADVANCE_POSITIONS = `
  create function advance_positions(shards smallint[]) returns void language plpgsql as $$
  declare
    head bigint;
  begin
    select max(last.position) into head
    from unnest(shards) named (shard) cross join lateral (
      select e.position from events e where e.shard = named.shard order by e.position desc limit 1
    ) last;
    if head >= (select last_value + is_called::int from event_positions) then
      -- One at a time, and only forward: another one may have advanced it meanwhile, and further.
      perform pg_advisory_xact_lock(1735549538, 64);
      -- Others go on drawing while this looks and sets. They do not get a million positions further.
      perform setval('event_positions', head + 1000000)
      from event_positions where head >= last_value + is_called::int;
    end if;
  end
  $$`;

/** As in the migration that made it, but for what is new: its rights, the two checks, and the look at the sequence. */
const APPEND_EVENTS = `
  create or replace function append_events(batch jsonb)
    returns table (item int, outcome text, "position" bigint, version int)
    language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    shards smallint[];
    named_twice boolean;
    malformed boolean;
    locked smallint;
    firsts jsonb;
    later jsonb;
  begin
    -- Each statement below must see what was committed while it waited for the lock.
    if current_setting('transaction_isolation') <> 'read committed' then
      raise exception 'events are appended at isolation level read committed only';
    end if;

    select array_agg(distinct i.shard order by i.shard),
           count(distinct i.stream_id) < count(*) or count(distinct i.command_id) < count(*),
           bool_or(jsonb_array_length(i.events) not between 1 and 1000 or exists (
             select from jsonb_array_elements(i.events) e (value)
             where not coalesce(
               e.value ->> 'type' ~ '^[A-Za-z]{1,64}$' and (e.value ->> 'schemaVersion')::smallint > 0
               and jsonb_typeof(e.value -> 'data') = 'object' and pg_column_size(e.value) <= 65536, false)))
    into shards, named_twice, malformed
    from jsonb_to_recordset(batch) as i (shard smallint, stream_id uuid, command_id uuid, events jsonb);
    if malformed then
      raise exception 'what was to be appended is no event, or too large, or too many of them'
        using errcode = 'check_violation';
    end if;

    -- In ascending order, so that two calls can never wait for each other. 1735549538 is 'garb'.
    foreach locked in array coalesce(shards, '{}') loop
      perform pg_advisory_xact_lock(1735549538, locked);
    end loop;

    -- Behind the locks, because a workspace may have been erased while this waited for one.
    if exists (
      select from (
        select distinct i.workspace_id, i.shard from jsonb_to_recordset(batch) as i (workspace_id uuid, shard smallint)
      ) named
      where not exists (select from workspaces w where w.id = named.workspace_id and w.shard = named.shard)
    ) then
      raise exception 'what was to be appended is of a workspace that is not there, or not in its shard'
        using errcode = 'check_violation';
    end if;
    perform advance_positions(shards);

    -- What names a stream or a command once more is decided on what the first has left behind.
    if named_twice then
      select jsonb_agg(i.value order by i.nth) filter (where i.of_stream = 1 and i.of_command = 1),
             jsonb_agg(i.value order by i.nth) filter (where i.of_stream > 1 or i.of_command > 1)
      into firsts, later
      from (
        select i.value, i.nth,
               row_number() over (partition by (i.value ->> 'stream_id')::uuid order by i.nth) as of_stream,
               row_number() over (partition by (i.value ->> 'command_id')::uuid order by i.nth) as of_command
        from jsonb_array_elements(batch) with ordinality i (value, nth)
      ) i;
      return query select * from append_events(firsts);
      return query select * from append_events(later);
      return;
    end if;

    return query
    with judged as materialized (
      select i.*, earlier.position as earlier_position, earlier.version as earlier_version,
             coalesce(stream.version, 0) as standing,
             coalesce(stream.version, 0) = i.expected and coalesce(stream.workspace_id, i.workspace_id) = i.workspace_id
               as is_as_expected
      from jsonb_to_recordset(batch) as i (
        item int, shard smallint, stream_id uuid, expected int, workspace_id uuid, actor_id uuid,
        command_id uuid, correlation_id uuid, causation_id uuid, traceparent text, events jsonb
      )
      left join lateral (
        select e.position, e.version from events e
        where e.shard = i.shard and e.command_id = i.command_id order by e.version desc limit 1
      ) earlier on true
      left join lateral (
        select e.version, e.workspace_id from events e
        where e.shard = i.shard and e.stream_id = i.stream_id order by e.version desc limit 1
      ) stream on true
    ), appended as (
      insert into events (
        shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
        correlation_id, causation_id, traceparent, data
      )
      select j.shard, j.stream_id, j.standing + e.nth, e.value ->> 'type', (e.value ->> 'schemaVersion')::smallint,
             j.workspace_id, j.actor_id, j.command_id, j.correlation_id, j.causation_id,
             -- The caller's own words, which nobody needs: in the form of the W3C, or not at all.
             case when j.traceparent ~ '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$' then j.traceparent end,
             e.value -> 'data'
      from judged j cross join lateral jsonb_array_elements(j.events) with ordinality e (value, nth)
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
