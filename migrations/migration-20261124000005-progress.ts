import { Migration } from '@mikro-orm/migrations';

/**
 * The generations of each projection's tables, how far each has come, a row per shard, and the streams that wait because
 * an event could not be folded.
 *
 * A generation is a schema of its own, so that the next one is built beside the one that is read. Workers make them, and
 * may make nothing else.
 *
 * Not breaking.
 */
export class Migration20261124000005_Progress extends Migration {
  override up(): void {
    this.addSql(`
      create table generations (
        id int generated always as identity primary key,
        projection text not null,
        version int not null,
        state text not null check (state in ('building', 'live', 'kept')),
        begun_at timestamptz not null default clock_timestamp(),
        live_since timestamptz,
        progress jsonb,
        cancel_requested boolean not null default false
      )`);
    this.addSql(
      `create unique index generations_live on generations (projection, version) where state = 'live'`,
    );
    this.addSql(`
      create table checkpoints (
        generation int not null references generations on delete cascade,
        shard smallint not null,
        position bigint not null,
        primary key (generation, shard)
      )`);
    this.addSql(`
      create table parked_streams (
        generation int not null references generations on delete cascade,
        shard smallint not null,
        stream_id uuid not null,
        position bigint not null,
        event_type text not null,
        error text not null,
        parked_at timestamptz not null default clock_timestamp(),
        primary key (generation, shard, stream_id)
      )`);
    this.addSql(`grant select on generations, checkpoints, parked_streams to garbanzo_web`);
    this.addSql(
      `grant select, insert, update, delete on generations, checkpoints, parked_streams to garbanzo_worker`,
    );
    this.letWorkersMakeSchemas();
  }

  /** By functions rather than by a right on the database, which would be lost in a copy of it, and is wider. */
  private letWorkersMakeSchemas(): void {
    this.addSql(`
      create function check_projection_schema(name text) returns text language plpgsql immutable as $$
      begin
        if name !~ '^[a-z_]+_[gv][0-9]+$' then
          raise exception '% is no name for the tables of a projection', name;
        end if;
        return name;
      end
      $$`);
    this.addSql(`
      create function make_projection_schema(name text) returns void
        language plpgsql security definer set search_path = public, pg_temp
      as $$
      begin
        execute format('create schema %I authorization garbanzo_worker', check_projection_schema(name));
      end
      $$`);
    this.addSql(`
      create function rename_projection_schema(name text, new_name text) returns void
        language plpgsql security definer set search_path = public, pg_temp
      as $$
      begin
        execute format('alter schema %I rename to %I', check_projection_schema(name), check_projection_schema(new_name));
      end
      $$`);
    const functions = 'make_projection_schema, rename_projection_schema';
    this.addSql(`revoke execute on function ${functions} from public`);
    this.addSql(`grant execute on function ${functions} to garbanzo_worker`);
  }
}
