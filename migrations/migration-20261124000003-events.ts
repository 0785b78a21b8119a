import { Migration } from '@mikro-orm/migrations';

/**
 * The log. Nobody may change or remove what is in it, and the web role may not choose positions or times.
 *
 * Not breaking.
 */
export class Migration20261124000003_Events extends Migration {
  override up(): void {
    // CACHE 1: a connection that kept numbers back would hand out positions that are older than committed ones.
    this.addSql(`create sequence event_positions as bigint cache 1`);
    this.addSql(`
      create table events (
        shard smallint not null check (shard between 0 and 63),
        position bigint not null default nextval('event_positions'),
        stream_id uuid not null,
        version int not null check (version > 0),
        type text not null,
        schema_version smallint not null,
        workspace_id uuid not null,
        actor_id uuid not null,
        command_id uuid not null,
        correlation_id uuid not null,
        causation_id uuid not null,
        traceparent text,
        data jsonb not null,
        recorded_at timestamptz not null default clock_timestamp(),
        primary key (shard, position),
        constraint events_stream unique (shard, stream_id, version)
      )`);
    this.addSql(`alter sequence event_positions owned by events.position`);
    this.addSql(`create index events_command on events (shard, command_id)`);
    this.refuseChanges();
    this.grant();
  }

  private refuseChanges(): void {
    this.addSql(`
      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'events are never changed or removed (% on %)', tg_op, tg_table_name
          using errcode = 'insufficient_privilege';
      end
      $$`);
    this.addSql(`
      create trigger events_refuse_change before update or delete on events
      for each row execute function refuse_change()`);
    this.addSql(`
      create trigger events_refuse_truncate before truncate on events
      for each statement execute function refuse_change()`);
  }

  private grant(): void {
    this.addSql(`grant select on events to garbanzo_web, garbanzo_worker`);
    // Columns rather than the table: a right to insert the whole row would be a right to forge positions and times.
    this.addSql(`
      grant insert (shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
                    correlation_id, causation_id, traceparent, data) on events to garbanzo_web`);
    this.addSql(`grant usage on sequence event_positions to garbanzo_web`);
  }
}
