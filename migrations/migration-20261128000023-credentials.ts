import { Migration } from '@mikro-orm/migrations';

/**
 * What people show beside a password, or instead of one: codes of an app on their phone, recovery codes, passkeys. And the
 * two steps that signing in can have: what is kept between them works once, and for some minutes.
 *
 * Not breaking: the version before does not ask for it.
 */
export class Migration20261128000023_Credentials extends Migration {
  override up(): void {
    this.addSql(`
      create table second_factors (
        account_id uuid primary key references accounts on delete cascade,
        -- What codes are reckoned from, here and in the app of its holder: a hash would not do.
        key bytea not null,
        created_at timestamptz not null default clock_timestamp(),
        -- Not asked for before a right code has shown that the app has the key.
        confirmed_at timestamptz,
        -- Of the last code that was taken, in steps of 30 seconds since 1970: no code is taken twice.
        last_step integer not null default 0,
        -- Wrong codes since the last right one.
        failures integer not null default 0,
        failed_at timestamptz
      )`);
    this.addSql(`
      create table recovery_codes (
        account_id uuid not null references accounts on delete cascade,
        code_hash bytea not null,
        primary key (account_id, code_hash)
      )`);
    this.addSql(`
      create table pending_sign_ins (
        id uuid primary key,
        account_id uuid not null references accounts on delete cascade,
        token_hash bytea not null unique,
        failures smallint not null default 0,
        created_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`create index on pending_sign_ins (account_id)`);
    this.addSql(`create index on pending_sign_ins (created_at)`);
    this.addSql(`
      create table passkeys (
        id uuid primary key,
        account_id uuid not null references accounts on delete cascade,
        -- In base64url, as browsers say it.
        credential_id text not null unique,
        public_key bytea not null,
        -- Of signatures; 0 for those that do not count.
        counter bigint not null,
        transports text[] not null,
        name text not null,
        created_at timestamptz not null default clock_timestamp(),
        last_used_at timestamptz
      )`);
    this.addSql(`create index on passkeys (account_id)`);
    this.addSql(`
      create table passkey_challenges (
        challenge_hash bytea primary key,
        -- Where a passkey is added; null where somebody signs in with one.
        session_id uuid references sessions on delete cascade,
        created_at timestamptz not null default clock_timestamp()
      )`);
    this.addSql(`create index on passkey_challenges (session_id)`);
    this.addSql(`create index on passkey_challenges (created_at)`);
    this.addSql(`
      grant select, insert, update, delete
        on second_factors, recovery_codes, pending_sign_ins, passkeys, passkey_challenges to garbanzo_web`);
  }
}
