import { hash } from 'node:crypto';
import { SOMEBODY } from './somebody.mjs';

/** What the browser of one of many has. */
export const tokenOf = (nth) => `the-token-of-reader-${nth}`;

/**
 * Workspaces that somebody writes in, and many others read, all of whom are in each of them.
 *
 * @param owner runs statements with the owner's rights
 * @returns the ids of the workspaces, each in a shard of its own
 */
export async function createMany(owner, { workspaces, readers }) {
  const ids = await owner.query(
    `insert into workspaces (id, shard) select gen_random_uuid(), nth - 1 from generate_series(1, $1) nth returning id`,
    [workspaces],
  );
  await owner.query(
    `insert into accounts (id, name, email, is_instance_owner, language, time_zone, first_day, theme, letter_keys)
     select gen_random_uuid(), 'Reader ' || nth, 'reader-' || nth || '@example.org', false, 'en', 'UTC', 1, 'system', true
     from generate_series(0, $1 - 1) nth`,
    [readers],
  );
  const hashes = Array.from({ length: readers }, (_, nth) => hash('sha256', tokenOf(nth)));
  await owner.query(
    `insert into sessions (id, account_id, token_hash, device, address)
     select gen_random_uuid(), a.id, decode(token.hash, 'hex'), 'a test', '127.0.0.1'
     from unnest($1::text[]) with ordinality token (hash, nth)
     join accounts a on a.email = 'reader-' || token.nth - 1 || '@example.org'`,
    [hashes],
  );
  const all = ids.map(({ id }) => id);
  await owner.query(
    `insert into memberships (account_id, workspace_id, role)
     select a.id, w.id, case when a.id = $1 then 'owner' else 'viewer' end from accounts a, unnest($2::uuid[]) w (id)
     where a.id = $1 or a.email like 'reader-%'`,
    [SOMEBODY.accountId, all],
  );
  return all;
}
