import { Migration } from '@mikro-orm/migrations';

/**
 * How often something was tried that can be guessed, and in which browsers somebody has signed in before: what strangers
 * try does not keep those out (ADR 23).
 *
 * Not breaking: the version before counts nothing.
 */
export class Migration20261128000028_Tries extends Migration {
  override up(): void {
    this.addSql(`
      create table tries (
        -- SHA-256 of what was tried and by or on whom: nobody reads here who has tried to sign in as whom.
        key_hash bytea primary key,
        count integer not null,
        -- The count begins anew a day after this.
        first_at timestamptz not null,
        -- Until then nothing more is tried.
        waits_until timestamptz not null
      )`);
    this.addSql(`create index on tries (first_at)`);
    this.addSql(`
      create table known_browsers (
        -- SHA-256 of what only the browser has.
        token_hash bytea not null,
        account_id uuid not null references accounts on delete cascade,
        signed_in_at timestamptz not null default clock_timestamp(),
        primary key (token_hash, account_id)
      )`);
    this.addSql(`create index on known_browsers (account_id)`);
    this.addSql(`grant select, insert, update, delete on tries, known_browsers to garbanzo_web`);
  }
}
