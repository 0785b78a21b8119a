import { Migration } from '@mikro-orm/migrations';

/**
 * How far each projection has come, a row per shard, and the streams that wait because an event could not be folded.
 *
 * Not breaking.
 */
export class Migration20261124000005_Progress extends Migration {
  override up(): void {
    this.addSql(`
      create table checkpoints (
        projection text not null,
        shard smallint not null,
        position bigint not null,
        primary key (projection, shard)
      )`);
    this.addSql(`
      insert into checkpoints (projection, shard, position)
      select 'todo-lists', shard, 0 from generate_series(0, 63) shard`);
    this.addSql(`
      create table parked_streams (
        projection text not null,
        shard smallint not null,
        stream_id uuid not null,
        position bigint not null,
        event_type text not null,
        error text not null,
        parked_at timestamptz not null default clock_timestamp(),
        primary key (projection, shard, stream_id)
      )`);
    this.addSql(`grant select on checkpoints, parked_streams to garbanzo_web`);
    this.addSql(`grant select, insert, update, delete on checkpoints, parked_streams to garbanzo_worker`);
  }
}
