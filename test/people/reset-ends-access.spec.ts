import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { homeOf } from '../support/home-of.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { MailServer, pathIn } from '../support/mail-server.js';
import { Person } from '../support/person.js';
import { resetLink } from '../support/reset-link.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';
import { until } from '../support/until.js';
import { bearer, TOKEN_FORM } from '../support/tokens.js';

const MIA = { name: 'Mia', email: 'mia@example.org', password: 'a pea in a pot', timeZone: 'UTC' };
const { email, password: before } = MIA;
const ORIGIN = 'https://todo.example.org';
const INVITATION = { role: 'owner', days: '7', uses: 'many', email: '' };

/** Somebody may have made an account with an address that is another's, or have found a browser that was left open. */
describe('who had access to an account before its password was reset', () => {
  let test: TestDatabase;
  let mail: MailServer;
  let web: NestFastifyApplication;
  let thief: Person;
  let token: string;
  let workspace: string;
  beforeAll(async () => {
    [test, mail] = await Promise.all([createTestDatabase(), MailServer.start()]);
  });
  beforeEach(async () => {
    await sql('delete from accounts', 'delete from audit_entries');
    const env = { SMTP_URL: mail.url, MAIL_FROM: 'Garbanzo <todo@example.org>', PUBLIC_URL: ORIGIN };
    web = await startWeb(test.url, env);
    thief = new Person(web);
    await thief.post('/setup', MIA);
    token = await makeToken();
    workspace = await homeOf(thief);
    await sql(
      `insert into passkeys (id, account_id, credential_id, public_key, counter, transports, name)
       select gen_random_uuid(), id, 'AAAA', 'x', 0, '{}', 'Theirs' from accounts`,
      `insert into identities (issuer, subject, account_id) select 'https://id.example.org', 'x', id from accounts`,
      `insert into identity_offers (id, token_hash, account_id, issuer, subject)
       select gen_random_uuid(), 'x', id, 'https://id.example.org', 'y' from accounts`,
    );
  });
  // A web process remembers that somebody has set up.
  afterEach(() => web.close());
  afterAll(async () => {
    await Promise.all([mail.close(), test.drop()]);
  });

  const sql = (...statements: readonly string[]) => runStatements(test.url, ...statements);
  async function makeToken(): Promise<string> {
    const { text } = await thief.postAndFollow('/account/tokens', { ...TOKEN_FORM, access: 'write' });
    return />(gbz_[\w-]{43})</.exec(text)?.[1] ?? '';
  }
  const statusWith = async (given: string) =>
    (await new Person(web).open('/api/v1/me', bearer(given))).status;
  async function left() {
    const [row] = await runStatements(
      test.url,
      `select (select count(*)::int from sessions) as sessions, (select count(*)::int from api_tokens) as tokens,
              (select count(*)::int from passkeys) as passkeys, (select count(*)::int from identities) as identities,
              (select count(*)::int from identity_offers) as offers, (select count(*)::int from known_browsers) as browsers`,
    );
    return row;
  }
  const NOTHING = { sessions: 0, tokens: 0, passkeys: 0, identities: 0, offers: 0, browsers: 0 };

  it('by mail has none, and its owner is told what went', async () => {
    const { text: page } = await thief.postAndFollow(`${workspace}/invitations`, INVITATION);
    const invitation = /(\/invitations\/[\w-]{43})"/.exec(page.replaceAll('&#x3D;', '='))?.[1] ?? '';
    expect([await statusWith(token), (await thief.open(invitation)).status]).toEqual([200, 200]);
    const owner = new Person(web);
    await owner.post('/forgotten', { email });
    const path = pathIn(await mail.to(email), ORIGIN);
    expect((await owner.open(path)).text).toMatch(/tokens, passkeys and connections/);
    const { headers } = await owner.post(path, { password: 'two peas in a pot' });
    expect(headers.location).toBe('/sign-in?reset=1');
    expect((await owner.open('/sign-in?reset=1')).text).toMatch(/sessions, tokens, passkeys and connections/);
    expect(await left()).toEqual(NOTHING);
    expect(await statusWith(token)).toBe(401);
    expect((await thief.open('/account')).headers.location).toMatch(/^\/sign-in/);
    expect((await owner.open(invitation)).text).toContain('This invitation was withdrawn.');
    const { subject, text } = await mail.to(email);
    expect(subject).toBe('Your password was set anew');
    for (const line of ['1 session', '1 token', '1 passkey', '1 connection', '1 invitation'])
      expect(text).toContain(line);
    const [{ details } = {}] = await sql(`select details from audit_entries where what = 'password-reset'`);
    expect(details).toMatchObject({ sessions: '1', tokens: '1', passkeys: '1', connections: '1' });
  });

  it('by a link from the command line has none', async () => {
    const secret = await resetLink(web, email);
    await new Person(web).post(`/reset/${secret}`, { password: 'two peas in a pot' });
    expect(await left()).toEqual(NOTHING);
    await mail.to(email);
  });

  it('still has a second factor to show, which a reset does not go round', async () => {
    await sql(
      `insert into second_factors (account_id, key, confirmed_at, last_step) select id, 'x', now(), 0 from accounts`,
    );
    const secret = await resetLink(web, email);
    const owner = new Person(web);
    await owner.post(`/reset/${secret}`, { password: 'two peas in a pot' });
    const { headers } = await owner.post('/sign-in', { email, password: 'two peas in a pot' });
    expect(headers.location).toBe('/sign-in/second-factor');
    await mail.to(email);
  });

  it.each([
    ['a token', () => thief.post('/account/tokens', { ...TOKEN_FORM, access: 'write' }), 'api_tokens'],
    ['an invitation', () => thief.post(`${workspace}/invitations`, INVITATION), 'invitations'],
  ])('makes no %s with what was on its way', async (_, make, table) => {
    await sql('delete from api_tokens');
    const holder = new pg.Client(test.url);
    await holder.connect();
    await holder.query('begin');
    await holder.query(`update accounts set password_hash = 'another'`);
    await holder.query('delete from sessions');
    const late = make();
    await until(async () => {
      const waiting = await sql(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return waiting.length > 0;
    });
    await holder.query('commit');
    await holder.end();
    expect((await late).status).toBe(401);
    expect(await sql(`select from ${table}`)).toEqual([]);
  });

  it('is shown their tokens when they change the password themselves, with a way to end them', async () => {
    const changed = await thief.post('/account/password', { current: before, password: 'two peas in a pot' });
    const { text } = await thief.open(String(changed.headers.location));
    const [{ id } = {}] = await sql('select id from api_tokens');
    expect(text).toContain(`action="/account/tokens/${String(id)}/revoke"`);
    expect(text).toContain('Backup');
    expect((await thief.post(`/account/tokens/${String(id)}/revoke`)).status).toBe(303);
    expect((await thief.post(`/account/tokens/${randomUUID()}/revoke`)).status).toBe(404);
    expect((await thief.open('/account/password?changed=1')).text).not.toContain('/revoke');
  });
});
