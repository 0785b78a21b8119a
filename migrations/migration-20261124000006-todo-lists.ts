import { Migration } from '@mikro-orm/migrations';

/**
 * The tables of the projection todo-lists. Everything in them can be built again from the log.
 *
 * Not breaking.
 */
export class Migration20261124000006_TodoLists extends Migration {
  override up(): void {
    this.addSql(`
      create table lists (
        id uuid primary key,
        workspace_id uuid not null,
        name text not null,
        created_at timestamptz not null,
        removed_at timestamptz,
        version int not null
      )`);
    this.addSql(`create index lists_workspace on lists (workspace_id, id) where removed_at is null`);
    this.addSql(
      `create index lists_trash on lists (workspace_id, removed_at desc, id) where removed_at is not null`,
    );
    this.addSql(`
      create table todos (
        id uuid primary key,
        workspace_id uuid not null,
        list_id uuid not null,
        title text not null,
        sort_order text collate "C" not null,
        created_at timestamptz not null,
        completed_at timestamptz,
        removed_at timestamptz,
        version int not null
      )`);
    // A page of each tab is one stretch of one of these, however long the list is.
    this.addSql(`create index todos_all on todos (list_id, sort_order, id) where removed_at is null`);
    this.addSql(`
      create index todos_active on todos (list_id, sort_order, id) where removed_at is null and completed_at is null`);
    this.addSql(`
      create index todos_done on todos (list_id, sort_order, id) where removed_at is null and completed_at is not null`);
    this.addSql(
      `create index todos_trash on todos (workspace_id, removed_at desc, id) where removed_at is not null`,
    );
    // A table of its own: counting goes on while the stream of a list is parked.
    this.addSql(`
      create table list_totals (
        list_id uuid primary key,
        workspace_id uuid not null,
        open int not null,
        done int not null
      )`);
    this.addSql(`grant select on lists, todos, list_totals to garbanzo_web`);
    this.addSql(`grant select, insert, update, delete on lists, todos, list_totals to garbanzo_worker`);
  }
}
