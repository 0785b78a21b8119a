import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { disableAccount, enableAccount, PeopleStore } from '#libs/accounts';
import type { Person } from '../support/person.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { TOKEN_FORM } from '../support/tokens.js';
import { PASSWORD, TwoAccounts } from '../support/two-accounts.js';

const THERE = { 'x-forwarded-for': '192.0.2.7' };
const MEMBERS = `${WORKSPACE_PATH}/members`;

describe('what is recorded about access, in words', () => {
  let two: TwoAccounts;
  let mia: Person;
  let ben: Person;
  let bens: string;
  beforeAll(async () => {
    two = await TwoAccounts.start();
    const [row] = await two.run(`select id from accounts where name = 'Ben'`);
    bens = String(row?.id);
  });
  afterAll(() => two.close());
  beforeEach(async () => {
    [mia, ben] = [await two.signIn('mia'), await two.signIn('ben')];
    await two.run(
      'delete from audit_entries',
      `update memberships set role = case when account_id = '${bens}' then 'member' else 'owner' end`,
    );
  });

  const wordsOn = async (path: string, reader = mia) =>
    [...(await reader.open(path)).text.matchAll(/<p class="words">([^<]*)<\/p>/g)].map(([, words = '']) =>
      words.replaceAll(/[\u2068\u2069]/g, ''),
    );
  const ofWorkspace = () => wordsOn(`${WORKSPACE_PATH}/access`);

  it('says which role somebody has been given, and which they had', async () => {
    await mia.post(`${MEMBERS}/${bens}/role`, { role: 'owner' });
    expect(await wordsOn('/account/access', ben)).toEqual(['Mia made you an owner: you were a member.']);
    await ben.post(`${MEMBERS}/${bens}/role`, { role: 'viewer' });
    expect(await ofWorkspace()).toEqual([
      'Ben made themselves a viewer: they were an owner.',
      'You made Ben an owner: they were a member.',
    ]);
    expect((await wordsOn('/account/access', ben))[0]).toBe('You made yourself a viewer: you were an owner.');
  });

  it('says to what an invitation is, and as what somebody was removed', async () => {
    await mia.post(`${WORKSPACE_PATH}/invitations`, { role: 'viewer', days: '7', uses: 'many' });
    await mia.post(`${WORKSPACE_PATH}/invitations`, { role: 'member', days: '7', uses: 'one' });
    await mia.post(`${MEMBERS}/${bens}/remove`);
    expect(await ofWorkspace()).toEqual([
      'You removed Ben from the workspace: they were a member.',
      'You made an invitation for one person, who becomes a member.',
      'You made an invitation for everybody who has it, who becomes a viewer.',
    ]);
    await two.run(
      `insert into memberships (account_id, workspace_id, role) values ('${bens}', '${WORKSPACE_PATH.slice(3)}', 'member')`,
    );
  });

  it('has the address of who did it, whatever they did', async () => {
    const fields = { name: 'Home' };
    await mia.post(`${MEMBERS}/${bens}/role`, { role: 'viewer' }, THERE);
    await mia.post(`${WORKSPACE_PATH}/invitations`, { role: 'viewer', days: '7', uses: 'many' }, THERE);
    await mia.post(`${WORKSPACE_PATH}/rename`, fields, THERE);
    await mia.open(`${WORKSPACE_PATH}/export`, THERE);
    await mia.post('/account/tokens', TOKEN_FORM, THERE);
    await mia.post('/account/email', { email: 'mia2@example.org', password: 'a guess' }, THERE);
    await mia.post('/account/email', { email: 'mia2@example.org', password: PASSWORD }, THERE);
    await mia.post('/account/email', { email: 'mia@example.org', password: PASSWORD }, THERE);
    const [token] = await two.run('select id from api_tokens');
    await mia.post(`/account/tokens/${String(token?.id)}/revoke`, {}, THERE);
    await mia.post('/workspaces', fields, THERE);
    await mia.post('/sign-out', {}, THERE);
    const rows = await two.run('select what, address from audit_entries order by id');
    expect(rows.map(({ what }) => what)).toEqual([
      'role-changed',
      'invitation-created',
      'workspace-renamed',
      'workspace-exported',
      'token-created',
      'password-wrong',
      'email-changed',
      'email-changed',
      'token-revoked',
      'workspace-created',
      'signed-out',
    ]);
    expect([...new Set(rows.map(({ address }) => address))]).toEqual(['192.0.2.7']);
  });

  it('is on the page of each workspace in which somebody is whom a command has disabled', async () => {
    const store = two.web.get(PeopleStore);
    await disableAccount(store, 'ben@example.org');
    await enableAccount(store, 'ben@example.org');
    expect(await ofWorkspace()).toEqual([
      'Whoever runs this server enabled the account of Ben again.',
      'Whoever runs this server disabled the account of Ben.',
    ]);
  });

  it('is on the page of each workspace when a member deletes the account', async () => {
    expect((await ben.post('/account/delete', { password: PASSWORD })).status).toBe(303);
    expect(await ofWorkspace()).toEqual(['The account of somebody who has left was deleted.']);
  });
});
