import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AT_PROVIDER, OidcScene, ORIGIN } from '../support/oidc-scene.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';

describe('somebody who comes back from a provider is refused with', () => {
  let scene: OidcScene;
  let somebody: Person;
  beforeAll(async () => {
    scene = await OidcScene.startSetUp();
  });
  beforeEach(() => {
    somebody = new Person(scene.web);
    scene.provider.person = AT_PROVIDER.ben;
  });
  afterEach(() => scene.forget());
  afterAll(() => scene.close());

  const outcome = async (person: Person, path: string) => {
    const { status, text } = await person.open(path);
    return [status, text.includes('Begin once more'), person.isRemembered, await scene.identities()];
  };
  const refusal = (status: number) => [status, true, false, []];
  it('what has been used before, also by the same browser', async () => {
    const path = await scene.visit(somebody);
    const copy = somebody.inAnotherBrowser();
    await somebody.open(path);
    await runStatements(scene.test.url, 'delete from identities');
    expect(await outcome(copy, path)).toEqual(refusal(400));
  });

  it('what was begun in another browser: it is not used up there', async () => {
    const path = await scene.visit(somebody);
    expect(await outcome(new Person(scene.web), path)).toEqual(refusal(400));
    const other = new Person(scene.web);
    await other.open('/oidc/begin');
    expect(await outcome(other, path)).toEqual(refusal(400));
    expect((await somebody.open(path)).status).toBe(303);
  });

  it('a wait, when very much is begun from one place; what was begun goes on', async () => {
    const path = await scene.visit(somebody);
    await runStatements(scene.test.url, 'update tries set count = 60');
    await somebody.inAnotherBrowser().open('/oidc/begin');
    const before = await runStatements(scene.test.url, 'select from identity_flows');
    const { status, headers, text } = await new Person(scene.web).open('/oidc/begin');
    expect([status, Number(headers['retry-after']) <= 60]).toEqual([429, true]);
    expect(text).toContain('Many people are signing in from where you are');
    expect(headers['set-cookie']).toBeUndefined();
    expect(await runStatements(scene.test.url, 'select from identity_flows')).toHaveLength(before.length);
    expect((await somebody.open(path)).status).toBe(303);
    await runStatements(scene.test.url, 'delete from tries');
  });

  it('what was begun too long ago', async () => {
    const path = await scene.visit(somebody);
    await runStatements(scene.test.url, 'update identity_flows set expires_at = now()');
    expect(await outcome(somebody, path)).toEqual(refusal(400));
  });

  it.each([
    '/oidc/callback',
    '/oidc/callback?code=x',
    '/oidc/callback?state=x&code=x',
    '/oidc/callback?state=%00',
  ])('nothing that was begun: %s', async (path) => {
    await somebody.open('/oidc/begin');
    expect(await outcome(somebody, path)).toEqual(refusal(400));
  });

  it.each([
    ['the answer of another provider', 'iss', 'https://evil.example'],
    ['a code that was made up', 'code', 'made-up'],
    ['an error', 'error', 'access_denied'],
  ])('%s', async (_, name, value) => {
    const url = new URL(await scene.visit(somebody), ORIGIN);
    url.searchParams.set(name, value);
    expect(await outcome(somebody, url.pathname + url.search)).toEqual(refusal(403));
  });

  it('the code of somebody else: it belongs to the verifier and the nonce of another browser', async () => {
    const eve = new Person(scene.web);
    scene.provider.person = AT_PROVIDER.eve;
    const code = new URL(await scene.visit(eve), ORIGIN).searchParams.get('code') ?? '';
    const url = new URL(await scene.visit(somebody), ORIGIN);
    url.searchParams.set('code', code);
    expect(await outcome(somebody, url.pathname + url.search)).toEqual(refusal(403));
  });

  it('a state that is given twice', async () => {
    const path = await scene.visit(somebody);
    expect(await outcome(somebody, `${path}&state=x`)).toEqual(refusal(400));
  });

  it('nobody, when they do not agree', async () => {
    scene.provider.person = undefined;
    expect(await outcome(somebody, await scene.visit(somebody))).toEqual(refusal(403));
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'no way elsewhere: %j',
    async (next) => {
      scene.provider.person = AT_PROVIDER.ben;
      const { headers } = await scene.signIn(somebody, `/oidc/begin?next=${encodeURIComponent(next)}`);
      expect(headers.location).toBe('/');
    },
  );
});
