import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Person } from '../support/person.js';
import { SharedWorkspace } from '../support/shared-workspace.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';

const BEN = {
  name: 'Ben',
  email: 'ben@example.org',
  password: 'two peas in a pot',
  timeZone: 'Europe/Berlin',
};
const BEN_SIGNS_IN = { email: BEN.email, password: BEN.password };

describe('an invitation of somebody without an account', () => {
  let home: SharedWorkspace;
  beforeAll(async () => {
    home = await SharedWorkspace.open();
  });
  beforeEach(() => home.reset());
  afterAll(() => home.close());

  /** The path that the link leads to. */
  async function invite(): Promise<string> {
    const form = { role: 'member', days: '7', uses: 'one', email: '' };
    const { text } = await home.mia.browser.postAndFollow(`${WORKSPACE_PATH}/invitations`, form);
    return /\/invitations\/[\w-]{43}/.exec(text)?.[0] ?? '';
  }

  it('for one person lets one in of two who make an account at the same time', async () => {
    const path = await invite();
    const answers = await Promise.all(
      ['ben@example.org', 'eve@example.org'].map((email) =>
        new Person(home.web).post(path, { ...BEN, email }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 410]));
    // Nothing is left of the other one.
    expect(
      await home.run(`select from accounts where email in ('ben@example.org', 'eve@example.org')`),
    ).toHaveLength(1);
  });

  it('lets people make an account of their own, and then in', async () => {
    const path = await invite();
    const ben = new Person(home.web);
    const { headers } = await ben.post(path, BEN);
    expect(headers.location).toBe(WORKSPACE_PATH);
    expect((await ben.open(WORKSPACE_PATH)).status).toBe(200);
    expect((await ben.open('/workspaces')).text).toMatch(/Ben’s own<\/a> <span class="meta">Owner[^]*Home/);
    const owner = await home.run(
      `select is_instance_owner, password_hash ~ 'argon2id' as hashed from accounts where name = 'Ben'`,
    );
    expect(owner).toEqual([{ is_instance_owner: false, hashed: true }]);
    expect((await new Person(home.web).post('/sign-in', BEN_SIGNS_IN)).headers.location).toBe('/');
  });

  it.each([
    [{ email: SOMEBODY.email.toUpperCase() }, 'There is an account with this address already'],
    [{ password: 'short' }, 'too short for a password'],
    [{ name: '' }, 'Say what others should call you'],
  ])('keeps what was typed when %j is refused, and makes nothing', async (changes, words) => {
    const path = await invite();
    const ben = new Person(home.web);
    const { status, text } = await ben.post(path, { ...BEN, ...changes });
    expect(status).toBe(422);
    expect(text).toContain(words);
    expect(text).not.toContain(BEN.password);
    expect(ben.isRemembered).toBe(false);
    expect(await home.roles()).toEqual({ Mia: 'owner' });
    expect((await ben.post(path, BEN)).status).toBe(303);
  });

  it('makes no account when it lets nobody in', async () => {
    const path = await invite();
    await home.run('update invitations set revoked_at = now()');
    expect((await new Person(home.web).post(path, BEN)).status).toBe(410);
    expect(await home.run(`select from accounts where email = '${BEN.email}'`)).toEqual([]);
  });
});
