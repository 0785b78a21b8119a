import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';

const MIA = { name: 'Mia', email: 'Mia@example.org', password: 'a pea in a pot', timeZone: 'UTC' };
const { email, password } = MIA;

describe('signing in', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  let mia: Person;
  beforeAll(async () => {
    test = await createTestDatabase();
    await runStatements(test.url, 'delete from accounts');
    web = await startWeb(test.url, { TRUST_PROXY: 'true' });
    await new Person(web).post('/setup', MIA);
  });
  beforeEach(() => {
    mia = new Person(web);
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  const seesLists = async () => (await mia.open(WORKSPACE_PATH)).status === 200;

  it.each(['Mia@example.org', 'mia@EXAMPLE.org', ' mia@example.org '])(
    'works with %s and the password',
    async (typed) => {
      expect((await mia.post('/sign-in', { email: typed, password })).headers.location).toBe('/');
      expect(await seesLists()).toBe(true);
    },
  );

  it('leads to where somebody wanted to go', async () => {
    const path = `${WORKSPACE_PATH}/trash?after=x`;
    const { headers } = await mia.open(path);
    const asked = new URL(String(headers.location), 'http://localhost');
    expect([asked.pathname, asked.searchParams.get('next')]).toEqual(['/sign-in', path]);
    const { text } = await mia.open(String(headers.location));
    expect(text.replaceAll('&#x3D;', '=')).toContain(`name="next" value="${path}"`);
    expect((await mia.post('/sign-in', { email, password, next: path })).headers.location).toBe(path);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ])('does not lead elsewhere: %j', async (next) => {
    expect((await mia.post('/sign-in', { email, password, next })).headers.location).toBe('/');
  });

  it.each([
    ['an unknown address', { email: 'eve@example.org', password }],
    ['a wrong password', { email, password: 'another pea' }],
  ])('is refused with %s, in the same words', async (_, form) => {
    const { status, text } = await mia.post('/sign-in', form);
    expect(status).toBe(422);
    expect(text).toContain('There is no account with this address and password.');
    expect(text).not.toContain(form.password);
    expect(await seesLists()).toBe(false);
  });

  it('is refused to an account that is disabled, in which nobody is signed in any more', async () => {
    await mia.post('/sign-in', { email, password });
    await runStatements(test.url, 'update accounts set disabled_at = now()');
    expect(await seesLists()).toBe(false);
    expect((await mia.post('/sign-in', { email, password })).status).toBe(422);
    await runStatements(test.url, 'update accounts set disabled_at = null');
    expect(await seesLists()).toBe(true);
  });

  it('gives a new token each time, of which the database has the hash only', async () => {
    const tokens = await Promise.all(
      [1, 2].map(async () => String((await mia.post('/sign-in', { email, password })).headers['set-cookie'])),
    );
    expect(new Set(tokens).size).toBe(2);
    const [{ found } = { found: 0 }] = await runStatements(
      test.url,
      `select count(*)::int as found from sessions where encode(token_hash, 'escape') ~ '${tokens[0]?.slice(9, 52)}'`,
    );
    expect(found).toBe(0);
  });

  it('is over with signing out, also for who has kept the cookie', async () => {
    await mia.post('/sign-in', { email, password });
    const thief = mia.inAnotherBrowser();
    const { status, headers } = await mia.post('/sign-out');
    expect([status, headers.location, mia.isRemembered]).toEqual([303, '/sign-in', false]);
    expect((await thief.open(WORKSPACE_PATH)).status).toBe(303);
  });

  it.each([
    ['was not used for 30 days', `last_used_at = now() - interval '31 days'`],
    ['is 180 days old', `created_at = now() - interval '181 days'`],
  ])('is over when the session %s', async (_, change) => {
    await mia.post('/sign-in', { email, password });
    expect(await seesLists()).toBe(true);
    await runStatements(test.url, `update sessions set ${change}`);
    expect(await seesLists()).toBe(false);
  });

  it('over TLS uses a cookie that no other host and no plain HTTP can set', async () => {
    const tls = { 'x-forwarded-proto': 'https' };
    const { headers } = await mia.post('/sign-in', { email, password }, tls);
    expect(String(headers['set-cookie'])).toMatch(
      /^__Host-garbanzo=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax/,
    );
    expect((await mia.open(WORKSPACE_PATH, tls)).status).toBe(200);
    expect((await mia.open(WORKSPACE_PATH)).status).toBe(303);
  });
});
