import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AT_PROVIDER, OidcScene } from '../support/oidc-scene.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { MIA } from '../support/set-up-web.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';

const { password } = MIA;

describe('connections of an account with a provider', () => {
  let scene: OidcScene;
  let somebody: Person;
  beforeAll(async () => {
    scene = await OidcScene.startSetUp();
  });
  beforeEach(() => {
    somebody = new Person(scene.web);
    scene.provider.person = AT_PROVIDER.mia;
  });
  afterEach(() => scene.forget());
  afterAll(() => scene.close());

  async function connect(person: Person): Promise<string> {
    const { headers } = await scene.signIn(person, '/account/connections/begin');
    return String(headers.location);
  }

  it('are not begun by who is not signed in', async () => {
    expect((await somebody.open('/account/connections/begin')).headers.location).toMatch(/^\/sign-in/);
  });

  it('are not made because of the address, verified or not', async () => {
    for (const verified of [true, false]) {
      scene.provider.person = { ...AT_PROVIDER.eve, email: 'MIA@example.org', email_verified: verified };
      const { status, text } = await scene.signIn(somebody);
      const words = verified ? 'Sign in first, then connect it under Account' : 'is not verified';
      expect([status, text]).toEqual([403, expect.stringContaining(words)]);
    }
    expect([somebody.isRemembered, await scene.identities()]).toEqual([false, []]);
  });

  it('are made while signed in, after confirming with the password, and then signs in with it', async () => {
    const person = await scene.mia();
    expect((await person.open('/account/connections')).text).toContain('Connect with <bdi>Acme</bdi>');
    const offer = await connect(person);
    expect(offer).toMatch(/^\/account\/connections\/[\w-]{43}$/);
    expect((await person.open(offer)).text).toContain('Connect with <bdi>Acme</bdi>?');
    expect(await scene.identities()).toEqual([]);
    const wrong = await person.post(offer, { password: 'another pea' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('not your password')]);
    expect((await person.post(offer)).status).toBe(422);
    expect((await person.post(offer, { password })).headers.location).toBe('/account/connections');
    expect((await person.open('/account/connections')).text).toContain('mia@example.org');
    expect((await scene.signIn(somebody, '/oidc/begin?next=/account')).headers.location).toBe('/account');
    expect((await somebody.open(WORKSPACE_PATH)).status).toBe(200);
    const audited = await runStatements(
      scene.test.url,
      `select details from audit_entries where what = 'identity-connected'`,
    );
    expect(audited).toEqual([{ details: { issuer: scene.provider.issuer } }]);
  });

  it('are not made from an offer of somebody else, nor one that is used or expired', async () => {
    const person = await scene.mia();
    const offer = await connect(person);
    scene.provider.person = AT_PROVIDER.ben;
    const ben = new Person(scene.web);
    await scene.signIn(ben);
    for (const answer of [await ben.open(offer), await ben.post(offer)]) expect(answer.status).toBe(404);
    await person.post(offer, { password });
    expect((await person.post(offer, { password })).status).toBe(404);
    const expired = await connect(person);
    await runStatements(scene.test.url, 'update identity_offers set expires_at = now()');
    expect((await person.post(expired, { password })).status).toBe(404);
    expect(await scene.identities()).toEqual([
      { subject: AT_PROVIDER.ben.sub },
      { subject: AT_PROVIDER.mia.sub },
    ]);
  });

  it('are not made with what somebody else signs in with', async () => {
    scene.provider.person = AT_PROVIDER.ben;
    await scene.signIn(new Person(scene.web));
    const person = await scene.mia();
    const { status, text } = await person.post(await connect(person), { password });
    expect([status, text]).toEqual([409, expect.stringContaining('Somebody signs in with it already')]);
  });

  it('end, but not the last way to sign in, nor what is somebody else’s', async () => {
    const person = await scene.mia();
    await person.post(await connect(person), { password });
    scene.provider.person = AT_PROVIDER.ben;
    const ben = new Person(scene.web);
    await scene.signIn(ben);
    const theirs = { issuer: scene.provider.issuer, subject: AT_PROVIDER.mia.sub };
    await ben.post('/account/connections/disconnect', theirs);
    const last = await ben.post('/account/connections/disconnect', {
      ...theirs,
      subject: AT_PROVIDER.ben.sub,
    });
    expect([last.status, last.text]).toEqual([409, expect.stringContaining('your only way in')]);
    expect(await scene.identities()).toHaveLength(2);
    await person.post('/account/connections/disconnect', theirs);
    expect(await scene.identities()).toEqual([{ subject: AT_PROVIDER.ben.sub }]);
  });
});
