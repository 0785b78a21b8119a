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
        wanted record;
        standing int;
      begin
        -- Each statement below must see what was committed while it waited for the lock.
        if current_setting('transaction_isolation') <> 'read committed' then
          raise exception 'events are appended at isolation level read committed only';
        end if;

        -- In ascending order, so that two calls can never wait for each other. 1735549538 is 'garb'.
        for wanted in
          select distinct shard from jsonb_to_recordset(batch) as items (shard smallint) order by shard
        loop
          perform pg_advisory_xact_lock(1735549538, wanted.shard);
        end loop;

        for wanted in
          select ordinality::int - 1 as item, items.*
          from rows from (
            jsonb_to_recordset(batch) as (
              shard smallint, stream_id uuid, expected int, workspace_id uuid, actor_id uuid, command_id uuid,
              correlation_id uuid, causation_id uuid, traceparent text, events jsonb
            )
          ) with ordinality items
          order by ordinality
        loop
          item := wanted.item;

          select 'duplicate', e.position, e.version into outcome, "position", version
          from events e
          where e.shard = wanted.shard and e.command_id = wanted.command_id
          order by e.position desc limit 1;
          if found then
            return next;
            continue;
          end if;

          select coalesce(max(e.version), 0) into standing
          from events e
          where e.shard = wanted.shard and e.stream_id = wanted.stream_id;
          if standing <> wanted.expected then
            outcome := 'conflict';
            "position" := null;
            version := standing;
            return next;
            continue;
          end if;

          insert into events as appended (
            shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
            correlation_id, causation_id, traceparent, data
          )
          select wanted.shard, wanted.stream_id, standing + ordinality, e.value ->> 'type',
                 (e.value ->> 'schemaVersion')::smallint, wanted.workspace_id, wanted.actor_id, wanted.command_id,
                 wanted.correlation_id, wanted.causation_id, wanted.traceparent, e.value -> 'data'
          from jsonb_array_elements(wanted.events) with ordinality e
          order by ordinality;

          outcome := 'appended';
          version := standing + jsonb_array_length(wanted.events);
          "position" := currval('event_positions');
          return next;
        end loop;
      end
      $$`);
    this.addSql(`revoke execute on function append_events from public`);
    this.addSql(`grant execute on function append_events to garbanzo_web`);
  }
}
