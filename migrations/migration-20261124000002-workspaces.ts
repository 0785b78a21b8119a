import { Migration } from '@mikro-orm/migrations';

/**
 * Workspaces, each with its shard. The shard is stored here once and never computed again, because a hash may change
 * with the version of PostgreSQL.
 *
 * Not breaking.
 */
export class Migration20261124000002_Workspaces extends Migration {
  override up(): void {
    this.addSql(`
      create table workspaces (
        id uuid primary key,
        shard smallint not null check (shard between 0 and 63),
        created_at timestamptz not null default clock_timestamp()
      )`);
    // Until there are accounts, everything belongs to this one.
    this.addSql(`
      insert into workspaces (id, shard)
      select id, (hashtextextended(id::text, 0) & 63)::smallint
      from (values ('00000000-0000-7000-8000-000000000001'::uuid)) default_workspace (id)`);
    this.addSql(`grant select on workspaces to garbanzo_web, garbanzo_worker`);
  }
}
