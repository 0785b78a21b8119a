import { Migration } from '@mikro-orm/migrations';

/**
 * Ways to an account beside its password: links that work once, and identities at a provider of OpenID Connect, with what is
 * remembered while somebody is at the provider.
 *
 * Not breaking: the version before knows none of these tables.
 */
export class Migration20261128000024_LinksAndIdentities extends Migration {
  override up(): void {
    this.addSql(`
      create table account_links (
        id uuid primary key,
        account_id uuid not null references accounts on delete cascade,
        -- SHA-256 of the token that is in the address.
        token_hash bytea not null unique,
        purpose text not null check (purpose in ('reset', 'e-mail')),
        -- The address that the account will have; only then.
        email text check ((email is not null) = (purpose = 'e-mail')),
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null default clock_timestamp() + interval '1 hour',
        used_at timestamptz
      )`);
    this.addSql(`create index on account_links (account_id)`);
    this.addSql(`
      create table identities (
        issuer text not null,
        subject text not null,
        account_id uuid not null references accounts on delete cascade,
        -- As the provider had it when it was connected, for its owner to recognise.
        email text,
        created_at timestamptz not null default clock_timestamp(),
        primary key (issuer, subject)
      )`);
    this.addSql(`create index on identities (account_id)`);
    this.addSql(`
      create table identity_flows (
        id uuid primary key,
        -- SHA-256 of what the provider gives back, and of what only the browser has that has begun.
        state_hash bytea not null unique,
        browser_hash bytea not null,
        code_verifier text not null,
        nonce text not null,
        next_path text,
        -- Who wants to connect the identity to their account; undefined for somebody who signs in.
        account_id uuid references accounts on delete cascade,
        expires_at timestamptz not null default clock_timestamp() + interval '10 minutes'
      )`);
    this.addSql(`create index on identity_flows (expires_at)`);
    this.addSql(`create index on identity_flows (account_id)`);
    this.addSql(`
      create table identity_offers (
        id uuid primary key,
        token_hash bytea not null unique,
        account_id uuid not null references accounts on delete cascade,
        issuer text not null,
        subject text not null,
        email text,
        expires_at timestamptz not null default clock_timestamp() + interval '10 minutes'
      )`);
    this.addSql(`create index on identity_offers (account_id)`);
    this.addSql(`create index on identity_offers (expires_at)`);
    this.addSql(`
      grant select, insert, update, delete on account_links, identities, identity_flows, identity_offers
      to garbanzo_web`);
  }
}
