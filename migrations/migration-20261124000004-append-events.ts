import { Migration } from '@mikro-orm/migrations';

/**
 * append_events: many commands in one call, each answered for itself.
 *
 * The shard's lock is taken before a position is drawn and held until commit. So within a shard positions become visible
 * in their order, and a reader that asks for what comes after a position can never miss an event.
 *
 * Not breaking.
 */
export class Migration20261124000004_AppendEvents extends Migration {
  override up(): void {
    this.addSql(`
      create function append_events(batch jsonb)
        returns table (item int, outcome text, "position" bigint, version int)
        language plpgsql
      as $$
      declare
        shards smallint[];
        named_twice boolean;
        locked smallint;
        firsts jsonb;
        later jsonb;
      begin
        -- Each statement below must see what was committed while it waited for the lock.
        if current_setting('transaction_isolation') <> 'read committed' then
          raise exception 'events are appended at isolation level read committed only';
        end if;

        select array_agg(distinct i.shard order by i.shard),
               count(distinct i.stream_id) < count(*) or count(distinct i.command_id) < count(*)
        into shards, named_twice
        from jsonb_to_recordset(batch) as i (shard smallint, stream_id uuid, command_id uuid);

        -- In ascending order, so that two calls can never wait for each other. 1735549538 is 'garb'.
        foreach locked in array coalesce(shards, '{}') loop
          perform pg_advisory_xact_lock(1735549538, locked);
        end loop;

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
                 coalesce(stream.version, 0) as standing
          from jsonb_to_recordset(batch) as i (
            item int, shard smallint, stream_id uuid, expected int, workspace_id uuid, actor_id uuid,
            command_id uuid, correlation_id uuid, causation_id uuid, traceparent text, events jsonb
          )
          left join lateral (
            select e.position, e.version from events e
            where e.shard = i.shard and e.command_id = i.command_id order by e.version desc limit 1
          ) earlier on true
          left join lateral (
            select e.version from events e
            where e.shard = i.shard and e.stream_id = i.stream_id order by e.version desc limit 1
          ) stream on true
        ), appended as (
          insert into events (
            shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
            correlation_id, causation_id, traceparent, data
          )
          select j.shard, j.stream_id, j.standing + e.nth, e.value ->> 'type', (e.value ->> 'schemaVersion')::smallint,
                 j.workspace_id, j.actor_id, j.command_id, j.correlation_id, j.causation_id, j.traceparent,
                 e.value -> 'data'
          from judged j cross join lateral jsonb_array_elements(j.events) with ordinality e (value, nth)
          where j.earlier_position is null and j.standing = j.expected
          order by j.item, e.nth
          returning events.shard, events.stream_id, events.position, events.version
        )
        select j.item,
               case when j.earlier_position is not null then 'duplicate'
                    when j.standing = j.expected then 'appended'
                    else 'conflict' end,
               coalesce(j.earlier_position, last.position),
               coalesce(j.earlier_version, last.version, j.standing)
        from judged j
        left join appended last on last.shard = j.shard and last.stream_id = j.stream_id
          and last.version = j.standing + jsonb_array_length(j.events);
      end
      $$`);
    this.addSql(`revoke execute on function append_events from public`);
    this.addSql(`grant execute on function append_events to garbanzo_web`);
  }
}
