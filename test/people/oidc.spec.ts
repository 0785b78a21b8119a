import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { homeOf } from '../support/home-of.js';
import { createTestDatabase } from '../support/database.js';
import { AT_PROVIDER, OidcScene, ORIGIN } from '../support/oidc-scene.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';
import { MIA } from '../support/set-up-web.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';

describe('signing in with a provider', () => {
  let scene: OidcScene;
  let somebody: Person;
  beforeAll(async () => {
    scene = await OidcScene.start();
  });
  beforeEach(() => {
    somebody = new Person(scene.web);
    scene.provider.person = AT_PROVIDER.mia;
  });
  afterEach(() => scene.forget());
  afterAll(() => scene.close());

  it('is of no use before somebody has set up the installation', async () => {
    const { status, text } = await scene.signIn(somebody);
    expect([status, text]).toEqual([403, expect.stringContaining('Nobody has an account here yet')]);
    expect(await runStatements(scene.test.url, 'select from accounts')).toEqual([]);
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
      scene.provider.person = AT_PROVIDER.ben;
      const { status, headers } = await scene.signIn(somebody);
      expect([status, headers.location]).toEqual([303, '/']);
      const home = await homeOf(somebody);
      expect(home).toMatch(/^\/w\//);
      expect(home).not.toBe(WORKSPACE_PATH);
      expect((await somebody.open(home)).status).toBe(200);
      expect((await somebody.open(WORKSPACE_PATH)).status).toBe(404);
      // Another address and another name are still the same person.
      scene.provider.person = { ...AT_PROVIDER.ben, name: 'Benedict', email: 'benedict@example.org' };
      const again = new Person(scene.web);
      await scene.signIn(again);
      expect(await homeOf(again)).toBe(home);
      const accounts = await runStatements(
        scene.test.url,
        `select name, email, time_zone, password_hash, is_instance_owner from accounts where name <> 'Mia'`,
      );
      expect(accounts).toEqual([
        {
          name: 'Ben',
          email: 'ben@example.org',
          time_zone: 'Europe/Berlin',
          password_hash: null,
          is_instance_owner: false,
        },
      ]);
    });

    it('is given one account when they come in two tabs at once', async () => {
      scene.provider.person = AT_PROVIDER.ben;
      const [one, other] = [new Person(scene.web), new Person(scene.web)];
      const paths = [await scene.visit(one), await scene.visit(other)] as const;
      const answers = await Promise.all([one.open(paths[0]), other.open(paths[1])]);
      expect(answers.map(({ status }) => status)).toEqual([303, 303]);
      expect(await scene.identities()).toHaveLength(1);
    });

    it('is refused in words where people are invited', async () => {
      scene.provider.person = AT_PROVIDER.ben;
      const invited = await scene.startAnother();
      const ben = new Person(invited);
      const { status, text } = await scene.signIn(ben);
      expect([status, text]).toEqual([403, expect.stringContaining('No account here is connected with it')]);
      expect([ben.isRemembered, await scene.identities()]).toEqual([false, []]);
      await invited.close();
    });

    it.each([false, undefined, 'true'])('is given none when the e-mail is verified: %j', async (verified) => {
      scene.provider.person = { ...AT_PROVIDER.ben, email_verified: verified as boolean };
      const { status, text } = await scene.signIn(somebody);
      expect([status, text]).toEqual([403, expect.stringContaining('is not verified')]);
      expect(await scene.identities()).toEqual([]);
    });
  });

  it('is refused to an account that is disabled', async () => {
    scene.provider.person = AT_PROVIDER.ben;
    await scene.signIn(somebody);
    await runStatements(scene.test.url, `update accounts set disabled_at = now() where name = 'Ben'`);
    const again = new Person(scene.web);
    expect((await scene.signIn(again)).text).toContain('Your account is disabled');
    expect((await again.open('/account')).status).toBe(303);
  });

  it('says so while the provider is away, before and after, and goes on when it is back', async () => {
    const fresh = await scene.startAnother({ OIDC_SIGN_UP: 'true' });
    const person = new Person(fresh);
    scene.provider.person = AT_PROVIDER.ben;
    const path = await scene.visit(somebody);
    await scene.provider.away();
    for (const answer of [await person.open('/oidc/begin'), await somebody.open(path)]) {
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '30']);
      expect(answer.text).toContain('Acme does not answer');
    }
    expect((await person.open('/sign-in')).status).toBe(200);
    await scene.provider.back();
    expect((await scene.signIn(person)).status).toBe(303);
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
