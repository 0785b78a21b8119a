import { Migration } from '@mikro-orm/migrations';

/**
 * What pages need that are told what has changed while they are open (ADR 29): whether others see who looks at a list, and a
 * notification of each account whose rights, or name, may be others than before. Whoever changes them, be it by hand, need not
 * know of it.
 *
 * Not breaking: the version before shows nobody, and hears nothing.
 */
export class Migration20261128000030_LivePages extends Migration {
  override up(): void {
    this.addSql(`alter table accounts add shows_presence boolean not null default true`);
    // The name of the column with the account is an argument.
    this.addSql(`
      create function notify_of_rights() returns trigger language plpgsql as $$
      begin
        perform pg_notify('garbanzo_rights', to_jsonb(old) ->> tg_argv[0]);
        return null;
      end
      $$`);
    // A transaction that notifies waits for others that do: those that only say that a session was used must not.
    this.notifyOf('memberships', 'delete or update of role', 'account_id');
    this.notifyOf('sessions', 'delete', 'account_id');
    this.notifyOf('api_tokens', 'delete or update of access, workspace_ids, expires_at', 'account_id');
    this.notifyOf('accounts', 'delete or update of disabled_at, name, shows_presence', 'id');
  }

  private notifyOf(table: string, changes: string, account: string): void {
    this.addSql(`
      create trigger ${table}_notify_of_rights after ${changes} on ${table}
      for each row execute function notify_of_rights('${account}')`);
  }
}
