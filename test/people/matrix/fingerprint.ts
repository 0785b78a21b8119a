import type { Queryable } from '#libs/platform';

/** What says by itself how often it was tried, what was refused, what everybody may ask for, and when something was used. */
const VOLATILE = ['tries', 'audit_entries', 'passkey_challenges', 'sessions', 'api_tokens'];

/** Of everything that can be changed by a request, in all tables that there are; it is another one when something was. */
export async function fingerprint(owner: Queryable): Promise<string> {
  const tables = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all($1)
     order by c.relname`,
    [VOLATILE],
  );
  const sums = tables.map(({ name }) => sumOf(name, `"${name}"`));
  const sessions = sumOf('sessions', '(select id, account_id, token_hash from sessions)');
  const tokens = sumOf('api_tokens', '(select id, account_id, token_hash, expires_at from api_tokens)');
  const rows = await owner.query<{ sum: string }>([...sums, sessions, tokens].join(' union all '));
  return rows.map(({ sum }) => sum).join('\n');
}

const sumOf = (name: string, source: string) =>
  `select '${name} ' || count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${source} t`;
