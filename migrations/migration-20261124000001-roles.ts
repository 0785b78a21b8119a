import { Migration } from '@mikro-orm/migrations';

/**
 * The rights of the two processes. Nobody logs in as these roles: a process connects as the owner and takes its role on
 * every connection (`-c role=garbanzo_web`), so one secret is enough. They belong to the server rather than to this
 * database, so they may be there already.
 *
 * Not breaking.
 */
export class Migration20261124000001_Roles extends Migration {
  override up(): void {
    for (const role of ['garbanzo_web', 'garbanzo_worker']) {
      this.addSql(`
        do $$
        begin
          if not exists (select from pg_roles where rolname = '${role}') then
            create role ${role} nologin;
          end if;
          -- Whoever has just made a role may give it away, but is not yet allowed to take it.
          if not pg_has_role(current_user, '${role}', 'set') then
            grant ${role} to current_user with inherit true, set true;
          end if;
        exception
          when duplicate_object or unique_violation then null; -- another database of this server was quicker
          when insufficient_privilege then
            raise exception 'the database user % may not create or take the role ${role}', current_user
              using hint = 'as an administrator: create role ${role} nologin; grant ${role} to ' || current_user;
        end
        $$`);
      this.addSql(`grant usage on schema public to ${role}`);
      this.addSql(`grant select on mikro_orm_migrations to ${role}`);
    }
  }
}
