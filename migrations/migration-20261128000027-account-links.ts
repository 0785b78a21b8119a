import { Migration } from '@mikro-orm/migrations';

/**
 * Links with which somebody does once what they cannot do otherwise, such as setting a password that they have forgotten. And
 * an index for what somebody has done, because the audit trail is shown to them.
 *
 * Not breaking: nothing that was there is changed.
 */
export class Migration20261128000027_AccountLinks extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    this.addSql(`
      create table if not exists account_links (
        id uuid primary key,
        account_id uuid not null references accounts on delete cascade,
        -- SHA-256 of the token in the address of the link.
        token_hash bytea not null unique,
        purpose text not null,
        -- The address that the link confirms, if it is for that.
        email text,
        expires_at timestamptz not null default now() + interval '1 hour',
        used_at timestamptz
      )`);
    this.addSql(`create index if not exists account_links_account_id_idx on account_links (account_id)`);
    this.addSql(`grant select, insert, update, delete on account_links to garbanzo_web`);
    this.addSql(`
      create index concurrently if not exists audit_entries_actor_id_id_idx on audit_entries (actor_id, id)`);
  }
}
