import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Person } from '../support/person.js';
import { SharedWorkspace } from '../support/shared-workspace.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';

const CLUB = { role: 'member', days: '7', uses: 'one', email: '' };

describe('an invitation', () => {
  let home: SharedWorkspace;
  let mia: Person;
  beforeAll(async () => {
    home = await SharedWorkspace.open();
  });
  beforeEach(async () => {
    await home.reset();
    await home.run('delete from invitations');
    await home.forgetAudit();
    mia = home.mia.browser;
  });
  afterAll(() => home.close());

  /** The path that the link leads to. */
  async function invite(changes: Partial<typeof CLUB> = {}, by = mia): Promise<string> {
    const { text } = await by.postAndFollow(`${WORKSPACE_PATH}/invitations`, { ...CLUB, ...changes });
    return (
      /value="http:\/\/[^/"]+(\/invitations\/[\w-]{43})"/.exec(text.replaceAll('&#x3D;', '='))?.[1] ?? ''
    );
  }
  /** Somebody with an account, who is in another workspace. */
  async function stranger(name = 'Eve') {
    const made = await mia.post('/workspaces', { name: 'Another' });
    return await home.add(name, 'member', String(made.headers.location).slice('/w/'.length));
  }

  it('says who invites to what before anything happens, to whoever opens it', async () => {
    const path = await invite();
    for (const browser of [new Person(home.web), (await stranger()).browser]) {
      const { status, text } = await browser.open(path);
      expect(status).toBe(200);
      expect(text).toMatch(
        /You are invited to <bdi>Home<\/bdi>[^]*<bdi>Mia<\/bdi> invites you[^]*You become a member, who/,
      );
    }
    expect(await home.roles()).toEqual({ Mia: 'owner' });
  });

  it('lets in who is signed in, once', async () => {
    const path = await invite({ role: 'viewer' });
    const [ben, eve] = [await stranger('Ben'), await stranger()];
    expect((await ben.browser.post(path)).headers.location).toBe(WORKSPACE_PATH);
    expect((await ben.browser.open(WORKSPACE_PATH)).status).toBe(200);
    expect(await home.roles()).toEqual({ Mia: 'owner', Ben: 'viewer' });
    for (const answer of [await eve.browser.open(path), await eve.browser.post(path)]) {
      expect(answer.status).toBe(410);
      expect(answer.text).toContain('This invitation has been used already.');
    }
    expect((await eve.browser.open(WORKSPACE_PATH)).status).toBe(404);
    expect(await home.audited()).toEqual(
      expect.arrayContaining(['invitation-created', 'invitation-accepted']),
    );
  });

  it('for one person lets one of two in who come at the same time', async () => {
    for (let round = 0; round < 10; round += 1) {
      await home.reset();
      const path = await invite();
      const both = [await stranger('Ben'), await stranger()];
      await Promise.all(both.map(({ browser }) => browser.post(path)));
      expect(Object.keys(await home.roles())).toHaveLength(2);
    }
  });

  it('for many lets in everybody who has it', async () => {
    const path = await invite({ uses: 'many' });
    for (const name of ['Ben', 'Eve'])
      expect((await (await stranger(name)).browser.post(path)).status).toBe(303);
    expect(await home.roles()).toEqual({ Mia: 'owner', Ben: 'member', Eve: 'member' });
    expect((await mia.open(`${WORKSPACE_PATH}/members`)).text).toContain('used 2 times');
  });

  it('never lowers what somebody may do already, and is not used up by them', async () => {
    const path = await invite({ role: 'viewer' });
    const { headers } = await mia.post(path);
    expect(headers.location).toBe(`${WORKSPACE_PATH}/members?said=member-already`);
    expect((await mia.open(String(headers.location))).text).toContain(
      'You are a member of this workspace already',
    );
    expect(await home.roles()).toEqual({ Mia: 'owner' });
    expect((await (await stranger('Ben')).browser.post(path)).status).toBe(303);
  });

  it.each([
    [
      'too old',
      `update invitations set expires_at = now() - interval '1 second'`,
      'This invitation is too old.',
    ],
    ['of a former owner', `update memberships set role = 'member'`, 'This invitation was withdrawn.'],
    ['of a disabled account', `update accounts set disabled_at = now()`, 'This invitation was withdrawn.'],
  ])('lets nobody in that is %s', async (_, statement, words) => {
    const path = await invite({ uses: 'many' });
    const { browser, accountId } = await stranger();
    await home.run(`${statement} where ${statement.includes('accounts') ? `id <> '${accountId}'` : 'true'}`);
    for (const answer of [await browser.open(path), await browser.post(path)]) {
      expect(answer.status).toBe(410);
      expect(answer.text).toContain(words);
    }
    await home.run('update accounts set disabled_at = null');
  });

  it('lets nobody in that was withdrawn, which an owner of that workspace does', async () => {
    const path = await invite({ uses: 'many' });
    const [{ id = '' } = {}] = await home.run('select id from invitations');
    const revoke = (browser: Person, at: string) => browser.post(`${at}/invitations/${String(id)}/revoke`);
    const elsewhere = String((await mia.post('/workspaces', { name: 'Another' })).headers.location);
    expect((await revoke(mia, elsewhere)).status).toBe(404);
    expect((await mia.post(`${WORKSPACE_PATH}/invitations/${randomUUID()}/revoke`)).status).toBe(404);
    expect((await mia.open(path)).status).toBe(200);
    // Sent twice, it is done once.
    for (let times = 0; times < 2; times += 1)
      expect((await revoke(mia, WORKSPACE_PATH)).headers.location).toContain('said=revoked');
    expect((await (await stranger()).browser.post(path)).text).toContain('This invitation was withdrawn.');
    expect((await mia.open(`${WORKSPACE_PATH}/members`)).text).not.toContain('Open invitations');
    expect(await home.audited()).toContain('invitation-revoked');
  });

  it('is kept as a hash, and its link is shown once', async () => {
    const path = await invite({ email: 'ben@example.org' });
    const token = path.slice('/invitations/'.length);
    const kept = await home.run(
      'select i::text as row from invitations i union all select a::text from audit_entries a',
    );
    expect(JSON.stringify(kept)).not.toContain(token);
    const { text } = await mia.open(`${WORKSPACE_PATH}/members`);
    expect(text).toContain('ben@example.org');
    expect(text).not.toContain(token);
    expect((await mia.open(`/invitations/${token.slice(1)}x`)).status).toBe(404);
  });

  it('leads who is not signed in to where they can, and back', async () => {
    const path = await invite();
    const { text } = await new Person(home.web).open(path);
    expect(text.replaceAll('&#x3D;', '=')).toContain(`href="/sign-in?next=${path}"`);
  });

  it.each([{ days: '365' }, { role: 'king' }, { uses: 'some' }, { extra: 'x' }])(
    'is not made of %j',
    async (changes) => {
      const form = { ...CLUB, ...changes };
      expect((await mia.post(`${WORKSPACE_PATH}/invitations`, form)).status).toBe(400);
      expect(await home.run('select from invitations')).toEqual([]);
    },
  );

  it('is not made for what is no e-mail address', async () => {
    const { status, text } = await mia.post(`${WORKSPACE_PATH}/invitations`, { ...CLUB, email: 'ben' });
    expect(status).toBe(422);
    expect(text).toContain('That is no e-mail address.');
  });

  it('does nothing by being opened, nor from another site', async () => {
    const path = await invite();
    const eve = await stranger();
    await eve.browser.open(path);
    expect((await eve.browser.post(path, {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(await home.roles()).toEqual({ Mia: 'owner' });
    expect((await eve.browser.open(`/invitations/${randomUUID()}`)).status).toBe(404);
  });
});
