import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { disableAccount, enableAccount, PeopleStore } from '#libs/accounts';
import { openDatabase } from '../support/log.js';
import type { Person } from '../support/person.js';
import { SharedWorkspace, type Known } from '../support/shared-workspace.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';

const FORM = { role: 'owner', days: '7', uses: 'many', email: '' };

describe('an invitation', () => {
  let home: SharedWorkspace;
  let mia: Person;
  beforeAll(async () => {
    home = await SharedWorkspace.open();
  });
  beforeEach(async () => {
    await home.reset();
    await home.forgetAudit();
    mia = home.mia.browser;
  });
  afterAll(() => home.close());

  /** The path that the link leads to. */
  async function invite(by: Person): Promise<string> {
    const { text } = await by.postAndFollow(`${WORKSPACE_PATH}/invitations`, FORM);
    return /\/invitations\/[\w-]{43}/.exec(text)?.[0] ?? '';
  }
  /** Somebody with an account, who is in another workspace. */
  async function stranger() {
    const made = await mia.post('/workspaces', { name: 'Another' });
    return await home.add('Eve', 'member', String(made.headers.location).slice('/w/'.length));
  }
  const addMembership = ({ accountId }: Known) =>
    home.run(`insert into memberships values ('${accountId}', '${WORKSPACE_PATH.slice(3)}', 'owner')`);
  const setRole = ({ accountId }: Known, role: string) =>
    mia.post(`${WORKSPACE_PATH}/members/${accountId}/role`, { role });
  async function inStore(
    work: (store: PeopleStore, email: string) => Promise<unknown>,
    { accountId }: Known,
  ) {
    const [row] = await home.run(`select email from accounts where id = '${accountId}'`);
    const database = openDatabase(home.test.url);
    await work(new PeopleStore(database), String(row?.email));
    await database.close();
  }

  it.each([
    [
      'is removed',
      (ben: Known) => mia.post(`${WORKSPACE_PATH}/members/${ben.accountId}/remove`),
      (ben: Known) => addMembership(ben),
    ],
    [
      'leaves',
      (ben: Known) => ben.browser.post(`${WORKSPACE_PATH}/leave`),
      (ben: Known) => addMembership(ben),
    ],
    ['is no owner any more', (ben: Known) => setRole(ben, 'member'), (ben: Known) => setRole(ben, 'owner')],
    [
      'is disabled',
      (ben: Known) => inStore((store, email) => disableAccount(store, email), ben),
      (ben: Known) => inStore((store, email) => enableAccount(store, email), ben),
    ],
  ])('stays withdrawn when who has made it %s, and may invite again later', async (_, end, begin) => {
    const ben = await home.add('Ben', 'owner');
    const path = await invite(ben.browser);
    const own = await invite(mia);
    await end(ben);
    expect(await home.audited()).toContain('invitation-revoked');
    await begin(ben);
    expect(await home.roles()).toEqual({ Ben: 'owner', Mia: 'owner' });
    const { browser } = await stranger();
    expect((await browser.post(path)).text).toContain('This invitation was withdrawn.');
    expect((await browser.post(own)).status).toBe(303);
  });

  it('goes with the account of who has made it', async () => {
    const ben = await home.add('Ben', 'owner');
    const path = await invite(ben.browser);
    expect((await ben.browser.post('/account/delete')).headers.location).toBe('/account/deleted');
    expect((await mia.open(path)).status).toBe(404);
  });
});
