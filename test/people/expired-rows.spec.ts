import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Connections, IdentityFlows } from '#libs/accounts';
import { homeOf } from '../support/home-of.js';
import { Person } from '../support/person.js';
import { resetLink } from '../support/reset-link.js';
import { switchOn } from '../support/second-factor.js';
import { TwoAccounts } from '../support/two-accounts.js';

const ISSUER = 'https://id.example.org';
const [BEN_LIKE, MIA_LIKE] = [`email like 'ben%'`, `email like 'mia%'`];

/** A table with rows that are of use for a while only: how one of them is too old, and what makes another one. */
interface Passing {
  readonly table: string;
  readonly old: string;
  readonly makeAnother: (two: TwoAccounts, mia: Person) => Promise<unknown>;
}

const flows = (web: NestFastifyApplication) => web.get(IdentityFlows);

const PASSING: readonly Passing[] = [
  {
    table: 'identity_flows',
    old: `insert into identity_flows (id, state_hash, browser_hash, code_verifier, nonce, expires_at)
          select gen_random_uuid(), sha256(n::text::bytea), '', '', '', now() - interval '1 second'
          from generate_series(1, 50) n`,
    makeAnother: ({ web }) =>
      flows(web).begin(
        { codeVerifier: 'verifier', nonce: 'nonce', nextPath: undefined, accountId: undefined },
        '127.0.0.1',
      ),
  },
  {
    table: 'identity_offers',
    old: `insert into identity_offers (id, token_hash, account_id, issuer, subject, expires_at)
          select gen_random_uuid(), sha256(n::text::bytea), id, '${ISSUER}', n, now() - interval '1 second'
          from accounts, generate_series(1, 50) n where ${BEN_LIKE}`,
    makeAnother: async (two) => {
      const [mia] = await two.run(`select id from accounts where ${MIA_LIKE}`);
      const unknown = { name: undefined, email: undefined, timeZone: undefined };
      await two.web.get(Connections).offer(String(mia?.id), { issuer: ISSUER, subject: 'mia', ...unknown });
    },
  },
  {
    table: 'passkey_challenges',
    old: `insert into passkey_challenges (challenge_hash, created_at)
          select sha256(n::text::bytea), now() - interval '16 minutes' from generate_series(1, 50) n`,
    makeAnother: (_, mia) => mia.post('/sign-in/passkey/challenge'),
  },
  {
    table: 'pending_sign_ins',
    old: `insert into pending_sign_ins (id, account_id, token_hash, created_at)
          select gen_random_uuid(), id, sha256(n::text::bytea), now() - interval '16 minutes'
          from accounts, generate_series(1, 50) n where ${BEN_LIKE}`,
    makeAnother: async (two) => {
      await switchOn(two, 'mia');
      await two.signIn('mia');
    },
  },
  {
    table: 'sessions',
    old: `insert into sessions (id, account_id, token_hash, device, address, last_used_at)
          select gen_random_uuid(), id, sha256(n::text::bytea), '', '', now() - interval '31 days'
          from accounts, generate_series(1, 50) n where ${BEN_LIKE}`,
    makeAnother: (two) => two.signIn('ben'),
  },
  {
    table: 'known_browsers',
    old: `insert into known_browsers (token_hash, account_id, signed_in_at)
          select sha256(n::text::bytea), id, now() - interval '181 days'
          from accounts, generate_series(1, 50) n where ${BEN_LIKE}`,
    makeAnother: (two) => two.signIn('ben'),
  },
  {
    table: 'account_links',
    old: `insert into account_links (id, account_id, token_hash, purpose, email, expires_at)
          select gen_random_uuid(), id, sha256(n::text::bytea), 'e-mail', 'x@example.org', now() - interval '1 second'
          from accounts, generate_series(1, 50) n where ${MIA_LIKE}`,
    makeAnother: ({ web }) => resetLink(web, 'mia@example.org'),
  },
  {
    table: 'invitations',
    old: `insert into invitations (id, workspace_id, inviter_id, role, token_hash, is_reusable, expires_at)
          select gen_random_uuid(), m.workspace_id, m.account_id, 'member', sha256(n::text::bytea), false,
                 now() - interval '91 days'
          from memberships m join accounts a on a.id = m.account_id and ${MIA_LIKE}, generate_series(1, 50) n`,
    makeAnother: async (_, mia) => {
      const home = await homeOf(mia);
      await mia.post(`${home}/invitations`, { role: 'viewer', days: '1', uses: 'many', email: '' });
    },
  },
];

describe('what nobody can use any more does not pile up', () => {
  let two: TwoAccounts;
  let mia: Person;
  beforeAll(async () => {
    two = await TwoAccounts.start();
    mia = await two.signIn('mia');
  });
  afterAll(() => two.close());

  it.each(PASSING)('in $table: it is gone when another one is made', async ({ table, old, makeAnother }) => {
    const kept = (await two.run(`select from ${table}`)).length;
    await two.run(old);
    await makeAnother(two, mia);
    expect((await two.run(`select from ${table}`)).length).toBeLessThanOrEqual(kept + 2);
    expect((await two.run(`select from ${table}`)).length).toBeGreaterThan(0);
  });

  it('and what can be used is not removed with it', async () => {
    const own = async () =>
      (await two.run(`select s.id from sessions s join accounts a on a.id = s.account_id and ${BEN_LIKE}`))
        .length;
    const before = await own();
    const ben = await two.signIn('ben');
    await two.signIn('ben');
    expect(await two.isSignedIn(ben)).toBe(true);
    expect(await own()).toBe(before + 2);
  });
});
