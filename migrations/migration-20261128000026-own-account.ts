import { Migration } from '@mikro-orm/migrations';

/**
 * What people decide about their own accounts: tokens, with which programs ask in their name; and whether they have chosen
 * their time zone, or it was never asked for and may be taken from their browser.
 *
 * Not breaking: the version before knows neither.
 */
export class Migration20261128000026_OwnAccount extends Migration {
  override up(): void {
    this.addSql(`alter table accounts add time_zone_chosen boolean not null default false`);
    this.addSql(`
      create table api_tokens (
        id uuid primary key,
        account_id uuid not null references accounts on delete cascade,
        name text not null,
        -- SHA-256 of the token that only its holder has.
        token_hash bytea not null unique,
        access text not null check (access in ('read', 'write')),
        -- Undefined for all workspaces of its owner, also those to come. An id of one that has gone leads nowhere.
        workspace_ids uuid[],
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        last_used_at timestamptz
      )`);
    this.addSql(`create index on api_tokens (account_id)`);
    this.addSql(`grant select, insert, update, delete on api_tokens to garbanzo_web`);
  }
}
