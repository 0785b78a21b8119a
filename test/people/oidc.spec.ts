import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { CLIENT, OidcServer, type Known } from '../support/oidc-provider.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';

const MIA = { name: 'Mia', email: 'mia@example.org', password: 'a pea in a pot', timeZone: 'UTC' };
const { email, password } = MIA;
const ORIGIN = 'https://todo.example.org';
const [atMia, atBen, atEve] = ['mia', 'ben', 'eve'].map((name): Known => ({
  sub: `subject of ${name}`,
  name: name === 'mia' ? 'Mia' : name,
  email: `${name}@example.org`,
  email_verified: true,
  zoneinfo: 'Europe/Berlin',
})) as [Known, Known, Known];

describe('signing in with a provider', () => {
  let test: TestDatabase;
  let provider: OidcServer;
  let open: NestFastifyApplication;
  let invited: NestFastifyApplication;
  let somebody: Person;
  beforeAll(async () => {
    test = await createTestDatabase();
    await runStatements(test.url, 'delete from accounts');
    provider = await OidcServer.start(`${ORIGIN}/oidc/callback`);
    const env = { PUBLIC_URL: ORIGIN, OIDC_ISSUER: provider.issuer, OIDC_NAME: 'Acme', ...CLIENT };
    open = await startWeb(test.url, { ...env, OIDC_SIGN_UP: 'true' });
    invited = await startWeb(test.url, env);
  });
  beforeEach(() => {
    somebody = new Person(open);
    provider.person = atMia;
  });
  afterEach(() =>
    runStatements(test.url, 'delete from identities', `delete from accounts where name <> 'Mia'`),
  );
  afterAll(async () => {
    await Promise.all([open.close(), invited.close()]);
    await Promise.all([provider.close(), test.drop()]);
  });

  /** To the provider and back: the path to which it sends the browser. */
  async function visit(person: Person, path = '/oidc/begin'): Promise<string> {
    const { status, headers } = await person.open(path);
    expect(status).toBe(303);
    const back = await provider.visit(String(headers.location));
    return back.slice(ORIGIN.length);
  }
  const signIn = async (person: Person, path?: string) => person.open(await visit(person, path));
  async function mia(): Promise<Person> {
    const person = new Person(open);
    await person.post('/sign-in', { email, password });
    return person;
  }
  async function connect(person: Person): Promise<string> {
    const { headers } = await signIn(person, '/account/connections/begin');
    return String(headers.location);
  }
  const identities = () => runStatements(test.url, 'select subject from identities order by subject');
  const mayRead = async (person: Person) => (await person.open('/account')).status === 200;

  it('is of no use before somebody has set up the installation', async () => {
    const { status, text } = await signIn(somebody);
    expect([status, text]).toEqual([403, expect.stringContaining('Nobody has an account here yet')]);
    expect(await runStatements(test.url, 'select from accounts')).toEqual([]);
    await somebody.post('/setup', MIA);
  });

  it('is offered by a link to the one address to which the provider lets people return', async () => {
    const { text } = await somebody.open('/sign-in?next=/account');
    expect(text.replaceAll('&#x3D;', '=')).toContain(`href="${ORIGIN}/oidc/begin?next=%2Faccount"`);
    expect(text).toContain('Continue with <bdi>Acme</bdi>');
  });

  it('asks the provider with PKCE, a state and a nonce', async () => {
    const { headers } = await somebody.open('/oidc/begin');
    const { searchParams } = new URL(String(headers.location));
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: 'garbanzo',
      response_type: 'code',
      redirect_uri: `${ORIGIN}/oidc/callback`,
      scope: 'openid email profile',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(String(headers['set-cookie'])).toMatch(/^garbanzo-oidc=[\w-]{43}; Max-Age=600; .*HttpOnly/);
  });

  describe('somebody who has no account', () => {
    it('is given one with a workspace of its own, and finds it again', async () => {
      provider.person = atBen;
      const { status, headers } = await signIn(somebody);
      expect([status, headers.location]).toEqual([303, '/']);
      const home = String((await somebody.open('/')).headers.location);
      expect(home).toMatch(/^\/w\//);
      expect(home).not.toBe(WORKSPACE_PATH);
      expect((await somebody.open(home)).status).toBe(200);
      expect((await somebody.open(WORKSPACE_PATH)).status).toBe(404);
      // Another address and another name are still the same person.
      provider.person = { ...atBen, name: 'Benedict', email: 'benedict@example.org' };
      const again = new Person(open);
      await signIn(again);
      expect((await again.open('/')).headers.location).toBe(home);
      const accounts = await runStatements(
        test.url,
        `select name, email, time_zone, password_hash, is_instance_owner from accounts where name <> 'Mia'`,
      );
      expect(accounts).toEqual([
        {
          name: 'ben',
          email: 'ben@example.org',
          time_zone: 'Europe/Berlin',
          password_hash: null,
          is_instance_owner: false,
        },
      ]);
    });

    it('is given one account when they come in two tabs at once', async () => {
      provider.person = atBen;
      const [one, other] = [new Person(open), new Person(open)];
      const paths = [await visit(one), await visit(other)] as const;
      const answers = await Promise.all([one.open(paths[0]), other.open(paths[1])]);
      expect(answers.map(({ status }) => status)).toEqual([303, 303]);
      expect(await identities()).toHaveLength(1);
    });

    it('is refused in words where people are invited', async () => {
      provider.person = atBen;
      const ben = new Person(invited);
      const { status, text } = await signIn(ben);
      expect([status, text]).toEqual([403, expect.stringContaining('You have no account here')]);
      expect([ben.isRemembered, await identities()]).toEqual([false, []]);
    });

    it.each([false, undefined, 'true'])('is given none when the e-mail is verified: %j', async (verified) => {
      provider.person = { ...atBen, email_verified: verified as boolean };
      const { status, text } = await signIn(somebody);
      expect([status, text]).toEqual([403, expect.stringContaining('is not verified')]);
      expect(await identities()).toEqual([]);
    });
  });

  describe('somebody whose address has an account', () => {
    it('is not let in because of the address, verified or not', async () => {
      for (const verified of [true, false]) {
        provider.person = { ...atEve, email: 'MIA@example.org', email_verified: verified };
        const { status, text } = await signIn(somebody);
        const words = verified ? 'Sign in first, then connect under Account' : 'is not verified';
        expect([status, text]).toEqual([403, expect.stringContaining(words)]);
      }
      expect([somebody.isRemembered, await identities()]).toEqual([false, []]);
    });

    it('connects while signed in, after confirming with the password, and then signs in with it', async () => {
      const person = await mia();
      expect((await person.open('/account/connections')).text).toContain('Connect with <bdi>Acme</bdi>');
      const offer = await connect(person);
      expect(offer).toMatch(/^\/account\/connections\/[\w-]{43}$/);
      expect((await person.open(offer)).text).toContain('Connect with <bdi>Acme</bdi>?');
      expect(await identities()).toEqual([]);
      const wrong = await person.post(offer, { password: 'another pea' });
      expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('not your password')]);
      expect((await person.post(offer)).status).toBe(422);
      expect((await person.post(offer, { password })).headers.location).toBe('/account/connections');
      expect((await person.open('/account/connections')).text).toContain('mia@example.org');
      expect((await signIn(somebody, '/oidc/begin?next=/account')).headers.location).toBe('/account');
      expect((await somebody.open(WORKSPACE_PATH)).status).toBe(200);
      const audited = await runStatements(
        test.url,
        `select details from audit_entries where what = 'identity-connected'`,
      );
      expect(audited).toEqual([{ details: { issuer: provider.issuer } }]);
    });

    it('cannot use an offer of somebody else, nor one that is used or expired', async () => {
      const person = await mia();
      const offer = await connect(person);
      provider.person = atBen;
      const ben = new Person(open);
      await signIn(ben);
      for (const answer of [await ben.open(offer), await ben.post(offer)]) expect(answer.status).toBe(404);
      await person.post(offer, { password });
      expect((await person.post(offer, { password })).status).toBe(404);
      const expired = await connect(person);
      await runStatements(test.url, 'update identity_offers set expires_at = now()');
      expect((await person.post(expired, { password })).status).toBe(404);
      expect(await identities()).toEqual([{ subject: atBen.sub }, { subject: atMia.sub }]);
    });

    it('cannot connect what somebody else signs in with', async () => {
      provider.person = atBen;
      await signIn(new Person(open));
      const person = await mia();
      const { status, text } = await person.post(await connect(person), { password });
      expect([status, text]).toEqual([409, expect.stringContaining('Somebody signs in with it already')]);
    });

    it('disconnects, but not the last way to sign in, nor what is somebody else’s', async () => {
      const person = await mia();
      await person.post(await connect(person), { password });
      provider.person = atBen;
      const ben = new Person(open);
      await signIn(ben);
      const theirs = { issuer: provider.issuer, subject: atMia.sub };
      await ben.post('/account/connections/disconnect', theirs);
      const last = await ben.post('/account/connections/disconnect', { ...theirs, subject: atBen.sub });
      expect([last.status, last.text]).toEqual([409, expect.stringContaining('your only way in')]);
      expect(await identities()).toHaveLength(2);
      await person.post('/account/connections/disconnect', theirs);
      expect(await identities()).toEqual([{ subject: atBen.sub }]);
    });
  });

  it('is refused to an account that is disabled', async () => {
    provider.person = atBen;
    await signIn(somebody);
    await runStatements(test.url, `update accounts set disabled_at = now() where name = 'ben'`);
    const again = new Person(open);
    expect((await signIn(again)).text).toContain('Your account is disabled');
    expect(await mayRead(again)).toBe(false);
  });

  describe('is refused with', () => {
    const refused = async (person: Person, path: string, status: number) => {
      const answer = await person.open(path);
      expect(answer.status).toBe(status);
      expect(answer.text).toContain('Begin once more');
      expect([person.isRemembered, await identities()]).toEqual([false, []]);
    };
    beforeEach(() => {
      provider.person = atBen;
    });

    it('what has been used before, also by the same browser', async () => {
      const path = await visit(somebody);
      const copy = somebody.inAnotherBrowser();
      await somebody.open(path);
      await runStatements(test.url, 'delete from identities');
      await refused(copy, path, 400);
    });

    it('what was begun in another browser: it is not used up there', async () => {
      const path = await visit(somebody);
      await refused(new Person(open), path, 400);
      const other = new Person(open);
      await other.open('/oidc/begin');
      await refused(other, path, 400);
      expect((await somebody.open(path)).status).toBe(303);
    });

    it('what was begun too long ago', async () => {
      const path = await visit(somebody);
      await runStatements(test.url, 'update identity_flows set expires_at = now()');
      await refused(somebody, path, 400);
    });

    it.each([
      '/oidc/callback',
      '/oidc/callback?code=x',
      '/oidc/callback?state=x&code=x',
      '/oidc/callback?state=%00',
    ])('nothing that was begun: %s', async (path) => {
      await somebody.open('/oidc/begin');
      await refused(somebody, path, 400);
    });

    it.each([
      ['the answer of another provider', 'iss', 'https://evil.example'],
      ['a code that was made up', 'code', 'made-up'],
      ['an error', 'error', 'access_denied'],
    ])('%s', async (_, name, value) => {
      const url = new URL(await visit(somebody), ORIGIN);
      url.searchParams.set(name, value);
      await refused(somebody, url.pathname + url.search, 403);
    });

    it('the code of somebody else: it belongs to the verifier and the nonce of another browser', async () => {
      const eve = new Person(open);
      provider.person = atEve;
      const code = new URL(await visit(eve), ORIGIN).searchParams.get('code') ?? '';
      const url = new URL(await visit(somebody), ORIGIN);
      url.searchParams.set('code', code);
      await refused(somebody, url.pathname + url.search, 403);
    });

    it('a state that is given twice', async () => {
      const path = await visit(somebody);
      await refused(somebody, `${path}&state=x`, 400);
    });

    it('nobody, when they do not agree', async () => {
      provider.person = undefined;
      await refused(somebody, await visit(somebody), 403);
    });
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'does not lead elsewhere: %j',
    async (next) => {
      provider.person = atBen;
      const { headers } = await signIn(somebody, `/oidc/begin?next=${encodeURIComponent(next)}`);
      expect(headers.location).toBe('/');
    },
  );

  it('connects nothing to who is not signed in', async () => {
    expect((await somebody.open('/account/connections/begin')).headers.location).toMatch(/^\/sign-in/);
  });

  it('says so while the provider is away, before and after, and goes on when it is back', async () => {
    const env = { PUBLIC_URL: ORIGIN, OIDC_ISSUER: provider.issuer, OIDC_NAME: 'Acme', ...CLIENT };
    const fresh = await startWeb(test.url, { ...env, OIDC_SIGN_UP: 'true' });
    const person = new Person(fresh);
    provider.person = atBen;
    const path = await visit(somebody);
    await provider.away();
    for (const answer of [await person.open('/oidc/begin'), await somebody.open(path)]) {
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '30']);
      expect(answer.text).toContain('Acme does not answer');
    }
    expect((await person.open('/sign-in')).status).toBe(200);
    await provider.back();
    expect((await signIn(person)).status).toBe(303);
    await fresh.close();
  });
});

describe('where there is no provider', () => {
  it('there is no way to one', async () => {
    const test = await createTestDatabase();
    const web = await startWeb(test.url);
    const person = new Person(web);
    expect((await person.open('/sign-in')).text).not.toContain('/oidc/begin');
    for (const path of ['/oidc/begin', '/oidc/callback?state=x'])
      expect((await person.open(path)).status).toBe(404);
    await web.close();
    await test.drop();
  });
});
