import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Person } from '../support/person.js';
import { SharedWorkspace } from '../support/shared-workspace.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';

const MEMBERS = `${WORKSPACE_PATH}/members`;

describe('the members of a workspace', () => {
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

  const giveRole = (browser: Person, accountId: string, role: string) =>
    browser.post(`${MEMBERS}/${accountId}/role`, { role });
  const remove = (browser: Person, accountId: string) => browser.post(`${MEMBERS}/${accountId}/remove`);

  it('are seen by every member, and changed by owners', async () => {
    const ben = await home.add('Ben', 'viewer');
    const { text } = await ben.browser.open(MEMBERS);
    expect(text).toMatch(/Mia<\/bdi>[^]*Owner[^]*Ben<\/bdi> \(you\)[^]*Viewer/);
    expect(text).not.toContain('Change role');
    expect((await mia.open(MEMBERS)).text).toContain('Change role');
    for (const { status } of [
      await giveRole(ben.browser, ben.accountId, 'owner'),
      await remove(ben.browser, SOMEBODY.accountId),
      await ben.browser.post(`${WORKSPACE_PATH}/rename`, { name: 'Ben’s' }),
      await ben.browser.post(`${WORKSPACE_PATH}/invitations`, { role: 'owner', days: '7', uses: 'one' }),
    ])
      expect(status).toBe(403);
    expect(await home.roles()).toEqual({ Mia: 'owner', Ben: 'viewer' });
  });

  it('have the role that an owner gives them, from their next request on', async () => {
    const ben = await home.add('Ben', 'viewer');
    const write = () =>
      ben.browser.post(`${WORKSPACE_PATH}/lists`, { commandId: randomUUID(), name: 'Garden' });
    expect((await write()).status).toBe(403);
    expect((await giveRole(mia, ben.accountId, 'member')).headers.location).toBe(
      `${MEMBERS}?said=role-changed`,
    );
    expect((await write()).status).toBe(303);
    expect(await home.roles()).toEqual({ Mia: 'owner', Ben: 'member' });
    expect(await home.audited()).toEqual(['role-changed']);
    expect((await giveRole(mia, ben.accountId, 'king')).status).toBe(400);
  });

  it('see nothing any more once they are removed', async () => {
    const ben = await home.add('Ben', 'member');
    expect((await ben.browser.open(WORKSPACE_PATH)).status).toBe(200);
    expect((await remove(mia, ben.accountId)).status).toBe(303);
    for (const path of [WORKSPACE_PATH, MEMBERS, `${WORKSPACE_PATH}/trash`])
      expect((await ben.browser.open(path)).status).toBe(404);
    expect(
      (await ben.browser.post(`${WORKSPACE_PATH}/lists`, { commandId: randomUUID(), name: 'Garden' })).status,
    ).toBe(404);
    expect(await home.audited()).toEqual(['member-removed']);
    expect((await remove(mia, ben.accountId)).status).toBe(404);
  });

  it('leave when they want to', async () => {
    const ben = await home.add('Ben', 'viewer');
    const { headers } = await ben.browser.post(`${WORKSPACE_PATH}/leave`);
    expect(headers.location).toBe('/workspaces?said=left');
    expect((await ben.browser.open('/workspaces?said=left')).text).toContain('You have left the workspace.');
    expect(await home.roles()).toEqual({ Mia: 'owner' });
    expect(await home.audited()).toEqual(['member-left']);
  });

  it.each([
    ['leave', () => mia.post(`${WORKSPACE_PATH}/leave`)],
    ['be demoted', () => giveRole(mia, SOMEBODY.accountId, 'member')],
    ['be removed', () => remove(mia, SOMEBODY.accountId)],
  ])('have an owner: the last one cannot %s', async (_, ask) => {
    await home.add('Ben', 'member');
    const disabled = await home.add('Eve', 'owner');
    await home.run(`update accounts set disabled_at = now() where id = '${disabled.accountId}'`);
    const { status, text } = await ask();
    expect(status).toBe(409);
    expect(text).toContain('A workspace needs an owner');
    expect(await home.roles()).toEqual({ Mia: 'owner', Ben: 'member', Eve: 'owner' });
    expect(await home.audited()).toEqual([]);
  });

  it.each([
    ['demote each other', (who: Person, _own: string, other: string) => giveRole(who, other, 'viewer')],
    ['remove each other', (who: Person, _own: string, other: string) => remove(who, other)],
    ['leave', (who: Person) => who.post(`${WORKSPACE_PATH}/leave`)],
  ])('keep one owner when two %s at the same time', async (_, ask) => {
    for (let round = 0; round < 10; round += 1) {
      await home.reset();
      const ben = await home.add('Ben', 'owner');
      await Promise.all([
        ask(mia, SOMEBODY.accountId, ben.accountId),
        ask(ben.browser, ben.accountId, SOMEBODY.accountId),
      ]);
      expect(Object.values(await home.roles()).filter((role) => role === 'owner')).toHaveLength(1);
    }
  });

  it('are of this workspace only, whatever the address says', async () => {
    const made = await mia.post('/workspaces', { name: 'Garden club' });
    const club = String(made.headers.location);
    const eve = await home.add('Eve', 'member', club.slice('/w/'.length));
    expect((await giveRole(mia, eve.accountId, 'owner')).status).toBe(404);
    expect((await remove(mia, eve.accountId)).status).toBe(404);
    expect((await giveRole(eve.browser, SOMEBODY.accountId, 'viewer')).status).toBe(404);
    expect((await mia.open(`${club}/members`)).text).toContain('Eve');
  });
});

describe('workspaces', () => {
  let home: SharedWorkspace;
  beforeAll(async () => {
    home = await SharedWorkspace.open();
  });
  afterAll(() => home.close());

  it('are listed with one’s role and made by everybody, and their name leads to the list', async () => {
    const { browser } = await home.add('Ben', 'viewer');
    const { headers } = await browser.post('/workspaces', { name: ' Garden club ' });
    const club = String(headers.location);
    expect((await browser.open(club)).text).toMatch(
      /href="\/workspaces" data-workspaces><span[^>]*>Workspace: <\/span><bdi>Garden club<\/bdi>/,
    );
    const { text } = await browser.open('/workspaces');
    expect(text).toMatch(
      new RegExp(
        `"${club}" dir="auto">Garden club</a> <span class="meta">Owner[^]*"${WORKSPACE_PATH}" dir="auto">Home[^]*Viewer`,
      ),
    );
    expect((await home.mia.browser.open(club)).status).toBe(404);
    expect(await home.audited()).toContain('workspace-created');
  });

  it('have the name that an owner gives them, on every page', async () => {
    const { browser } = home.mia;
    expect(
      (await browser.post(`${WORKSPACE_PATH}/rename`, { name: '<b>Home</b>', from: 'Home' })).status,
    ).toBe(303);
    expect((await browser.open(WORKSPACE_PATH)).text).toContain('&lt;b&gt;Home&lt;/b&gt;');
    const { status, text } = await browser.post(`${WORKSPACE_PATH}/rename`, { name: ' ' });
    expect(status).toBe(422);
    expect(text).toContain('Give the workspace a name.');
    expect(await home.audited()).toContain('workspace-renamed');
  });

  it('show who renames second what they were called, what they are called and what was typed', async () => {
    const { browser } = home.mia;
    const rename = (name: string, from: string) => browser.post(`${WORKSPACE_PATH}/rename`, { name, from });
    const nameNow = async () => {
      const { text } = await browser.open(WORKSPACE_PATH);
      return (
        /<bdi>([^<]*)<\/bdi><\/a>/.exec(text)?.[1]?.replaceAll('&lt;', '<').replaceAll('&gt;', '>') ?? ''
      );
    };
    await rename('House', await nameNow());
    const { text } = await browser.open(`${WORKSPACE_PATH}/members`);
    expect(text).toContain('<input type="hidden" name="from" value="House">');
    await rename('Flat', 'House');
    const refused = await rename('Garden', 'House');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain(
      '<dt>It was</dt><dd dir="auto">House</dd><dt>It is now</dt><dd dir="auto">Flat</dd>',
    );
    expect(refused.text).toMatch(/<input id="mine" name="name" value="Garden"/);
    expect(refused.text).toContain('<input type="hidden" name="from" value="Flat">');
    expect(refused.text).toMatch(/<a [^>]*href="\/w\/[^/]+\/members"[^>]*>Keep theirs<\/a>/);
    expect(refused.text).toMatch(/>Use mine<\/button>/);
    expect(await nameNow()).toBe('Flat');
    expect((await rename('Garden', 'Flat')).status).toBe(303);
    expect(await nameNow()).toBe('Garden');
    expect((await rename('Garden', 'nothing of the kind')).status).toBe(303);
  });

  it('say nothing that an address makes up', async () => {
    for (const said of ['constructor', '<b>', 'erase'])
      expect((await home.mia.browser.open(`/workspaces?said=${encodeURIComponent(said)}`)).text).not.toMatch(
        /class="panel"/,
      );
  });
});
