import type pg from 'pg';
import { tablesInUse } from './tables.js';

/** How to put rows into each table; more than a lookup by key ever touches. */
const ROWS: Readonly<Record<string, string>> = {
  workspaces: `insert into workspaces (id, shard) select gen_random_uuid(), n from generate_series(1, 20) n`,
  events: `
    insert into events (shard, stream_id, version, type, schema_version, workspace_id, actor_id, command_id,
                        correlation_id, causation_id, data)
    select n, gen_random_uuid(), 1, 'ListCreated', 1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
           gen_random_uuid(), gen_random_uuid(), '{"name": "Shopping"}'
    from generate_series(1, 20) n`,
  generations: `insert into generations (projection, version, state) select 'lists', n, 'live' from generate_series(1, 20) n`,
  checkpoints: `insert into checkpoints select id, 1, 1 from generations`,
  accounts: `
    insert into accounts (id, name, email, is_instance_owner, language, time_zone, first_day, theme, letter_keys)
    select gen_random_uuid(), 'Mia', n || '@example.org', false, 'en', 'UTC', 1, 'system', true from generate_series(1, 20) n`,
  memberships: `
    insert into memberships (account_id, workspace_id, role)
    select a.id, w.id, 'member' from accounts a cross join (select id from workspaces limit 1) w`,
  sessions: `
    insert into sessions (id, account_id, token_hash, device, address)
    select gen_random_uuid(), id, id::text::bytea, 'Firefox', '127.0.0.1' from accounts`,
  audit_entries: `
    insert into audit_entries (id, what) select gen_random_uuid(), 'signed-in' from generate_series(1, 20)`,
  parked_streams: `
    insert into parked_streams (generation, shard, stream_id, position, event_type, error)
    select id, 1, gen_random_uuid(), 1, 'ListCreated', 'a fold threw' from generations`,
  account_links: `
    insert into account_links (id, account_id, token_hash, purpose)
    select gen_random_uuid(), id, id::text::bytea, 'reset' from accounts`,
  second_factors: `insert into second_factors (account_id, key) select id, id::text::bytea from accounts`,
  recovery_codes: `insert into recovery_codes (account_id, code_hash) select id, id::text::bytea from accounts`,
  pending_sign_ins: `
    insert into pending_sign_ins (id, account_id, token_hash) select gen_random_uuid(), id, id::text::bytea from accounts`,
  passkeys: `
    insert into passkeys (id, account_id, credential_id, public_key, counter, transports, name)
    select gen_random_uuid(), id, id::text, '', 0, '{}', 'Phone' from accounts`,
  passkey_challenges: `
    insert into passkey_challenges (challenge_hash, session_id) select id::text::bytea, id from sessions`,
  api_tokens: `
    insert into api_tokens (id, account_id, name, token_hash, access, expires_at)
    select gen_random_uuid(), id, 'Backup', id::text::bytea, 'read', now() from accounts`,
  invitations: `
    insert into invitations (id, workspace_id, inviter_id, role, token_hash, is_reusable, expires_at)
    select gen_random_uuid(), w.id, a.id, 'member', a.id::text::bytea, false, now()
    from accounts a, (select id from workspaces limit 1) w`,
  identities: `insert into identities (issuer, subject, account_id) select 'https://id.example.org', id, id from accounts`,
  identity_flows: `
    insert into identity_flows (id, state_hash, browser_hash, code_verifier, nonce)
    select gen_random_uuid(), id::text::bytea, id::text::bytea, 'verifier', 'nonce' from accounts`,
  identity_offers: `
    insert into identity_offers (id, token_hash, account_id, issuer, subject)
    select gen_random_uuid(), id::text::bytea, id, 'https://id.example.org', id from accounts`,
  tries: `
    insert into tries (key_hash, count, first_at, waits_until)
    select id::text::bytea, 1, now(), now() from accounts`,
  known_browsers: `insert into known_browsers (token_hash, account_id) select id::text::bytea, id from accounts`,
  erasures: `insert into erasures (workspace_id, requested_by) select id, gen_random_uuid() from workspaces`,
};

/** Fills the tables that have no rows yet. @throws Error when it is not known how */
export async function fill(client: pg.Client): Promise<void> {
  const filled = new Set((await tablesInUse(client)).filter(({ rows }) => rows > 1).map(({ name }) => name));
  const { rows } = await client.query<{ name: string }>(`
    select relid::regclass::text as name from pg_stat_user_tables
    where schemaname = 'public' and relname <> 'mikro_orm_migrations' order by relid`);
  for (const { name } of rows.filter((table) => !filled.has(table.name))) {
    const statement = ROWS[name];
    if (statement === undefined) throw new Error(`Say in ${import.meta.url} how ${name} is filled`);
    await client.query(statement);
  }
}
