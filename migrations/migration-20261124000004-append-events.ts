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
        locked smallint;
        later jsonb;
      begin
        -- Each statement below must see what was committed while it waited for the lock.
        if current_setting('transaction_isolation') <> 'read committed' then
          raise exception 'events are appended at isolation level read committed only';
        end if;

        -- In ascending order, so that two calls can never wait for each other. 1735549538 is 'garb'.
        for locked in
          select distinct i.shard from jsonb_to_recordset(batch) as i (shard smallint) order by i.shard
        loop
          perform pg_advisory_xact_lock(1735549538, locked);
        end loop;

        return query
        with judged as (
          select i.*, earlier.position as earlier_position, earlier.version as earlier_version,
                 coalesce((select max(e.version) from events e where e.shard = i.shard and e.stream_id = i.stream_id), 0)
                   as standing
          from (
            select i.*, coalesce(i.item, i.ordinality::int - 1) as nth,
                   row_number() over (partition by i.shard, i.stream_id order by i.ordinality) as of_stream,
                   row_number() over (partition by i.shard, i.command_id order by i.ordinality) as of_command
            from rows from (
              jsonb_to_recordset(batch) as (
                item int, shard smallint, stream_id uuid, expected int, workspace_id uuid, actor_id uuid,
                command_id uuid, correlation_id uuid, causation_id uuid, traceparent text, events jsonb
              )
            ) with ordinality i
          ) i
          -- OFFSET 0: the maximum must not be looked for along the positions, through the whole shard.
          left join lateral (
            select max(e.position) as position, max(e.version) as version
            from (select * from events where shard = i.shard and command_id = i.command_id offset 0) e
          ) earlier on true
          where i.of_stream = 1 and i.of_command = 1
        ), appended as (
          insert into events (
            shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
            correlation_id, causation_id, traceparent, data
          )
          select j.shard, j.stream_id, j.standing + e.ordinality, e.value ->> 'type',
                 (e.value ->> 'schemaVersion')::smallint, j.workspace_id, j.actor_id, j.command_id,
                 j.correlation_id, j.causation_id, j.traceparent, e.value -> 'data'
          from judged j cross join lateral jsonb_array_elements(j.events) with ordinality e
          where j.earlier_position is null and j.standing = j.expected
          order by j.nth, e.ordinality
          returning events.shard, events.command_id, events.position, events.version
        )
        select j.nth,
               case when j.earlier_position is not null then 'duplicate'
                    when j.standing = j.expected then 'appended'
                    else 'conflict' end,
               coalesce(j.earlier_position, a.position),
               coalesce(j.earlier_version, a.version, j.standing)
        from judged j
        left join (
          select shard, command_id, max(appended.position) as position, max(appended.version) as version
          from appended group by shard, command_id
        ) a on a.shard = j.shard and a.command_id = j.command_id;

        -- What names a stream or a command once more is decided on what the first has left behind.
        select jsonb_agg(i.value || jsonb_build_object('item', i.nth) order by i.nth) into later
        from (
          select i.value, coalesce((i.value ->> 'item')::int, i.ordinality::int - 1) as nth,
                 row_number() over (partition by (i.value ->> 'stream_id')::uuid order by i.ordinality) as of_stream,
                 row_number() over (partition by (i.value ->> 'command_id')::uuid order by i.ordinality) as of_command
          from jsonb_array_elements(batch) with ordinality i
        ) i
        where i.of_stream > 1 or i.of_command > 1;
        if later is not null then
          return query select again.* from append_events(later) again;
        end if;
      end
      $$`);
    this.addSql(`revoke execute on function append_events from public`);
    this.addSql(`grant execute on function append_events to garbanzo_web`);
  }
}
