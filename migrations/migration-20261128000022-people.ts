import { Migration } from '@mikro-orm/migrations';

/**
 * Who uses the app: accounts, the workspaces that they are members of, and where they are signed in. Nothing of it is in the
 * log, where nothing could be erased: events name an account by its id.
 *
 * Whatever is in the default workspace belongs to whoever sets up the first account.
 *
 * Not breaking: the version before goes on showing everything to everybody until it is replaced.
 */
export class Migration20261128000022_People extends Migration {
  override up(): void {
    this.addSql(`
      create table accounts (
        id uuid primary key,
        name text not null,
        email text not null,
        -- Undefined for somebody who has only ever signed in otherwise.
        password_hash text,
        is_instance_owner boolean not null,
        language text not null,
        time_zone text not null,
        first_day smallint not null check (first_day between 1 and 7),
        theme text not null check (theme in ('system', 'light', 'dark')),
        letter_keys boolean not null,
        created_at timestamptz not null default clock_timestamp(),
        disabled_at timestamptz
      )`);
    this.addSql(`create unique index accounts_email on accounts (lower(email))`);
    this.addSql(`alter table workspaces add name text not null default 'Home'`);
    this.addSql(`
      create table memberships (
        account_id uuid not null references accounts on delete cascade,
        workspace_id uuid not null references workspaces on delete cascade,
        role text not null check (role in ('owner', 'member', 'viewer')),
        created_at timestamptz not null default clock_timestamp(),
        primary key (account_id, workspace_id)
      )`);
    this.addSql(`create index on memberships (workspace_id)`);
    this.addSql(`
      create table sessions (
        id uuid primary key,
        account_id uuid not null references accounts on delete cascade,
        -- SHA-256 of the token that only the browser has.
        token_hash bytea not null unique,
        device text not null,
        address text not null,
        -- Where its reader was last: there they begin the next time.
        workspace_id uuid references workspaces on delete set null,
        created_at timestamptz not null default clock_timestamp(),
        last_used_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`create index on sessions (account_id)`);
    this.addSql(`
      create table audit_entries (
        id uuid primary key,
        at timestamptz not null default clock_timestamp(),
        what text not null,
        -- Who did it; undefined if that is not known. It stays when the account has gone.
        actor_id uuid,
        -- Whom or what it was done to.
        account_id uuid,
        workspace_id uuid,
        address text,
        details jsonb not null default '{}'
      )`);
    this.addSql(`create index on audit_entries (account_id, id)`);
    this.addSql(`create index on audit_entries (workspace_id, id)`);
    this.addSql(`grant select, insert, update, delete on accounts, memberships, sessions to garbanzo_web`);
    this.addSql(`grant insert, update (name) on workspaces to garbanzo_web`);
    // Nobody but the owner of the database can change what has been recorded.
    this.addSql(`grant select, insert on audit_entries to garbanzo_web`);
  }
}
