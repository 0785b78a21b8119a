import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { Passwords } from '#libs/accounts';
import { Person } from '../support/person.js';
import { SharedWorkspace } from '../support/shared-workspace.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';

const ODD_PATHS = [
  '/é',
  '/é😀',
  '/w/\u202e',
  '/a b',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
];

describe('what pages say', () => {
  let shared: SharedWorkspace;
  beforeAll(async () => (shared = await SharedWorkspace.open()));
  afterAll(() => shared.close());

  const textOf = (html: string) => html.replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/<[^>]+>/g, '');

  it.each(ODD_PATHS)('of where somebody wanted to go is nothing when it is %j', async (next) => {
    const page = await new Person(shared.web).open(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('name="next"');
  });

  it.each(ODD_PATHS)('after signing in leads to the beginning, and not to %j', async (next) => {
    const password = 'a pea in a pot';
    const hash = await shared.web.get(Passwords).hash(password);
    await shared.run(`update accounts set password_hash = '${hash}' where id = '${SOMEBODY.accountId}'`);
    const fields = { email: SOMEBODY.email, password, next };
    const { status, headers } = await new Person(shared.web).post('/sign-in', fields);
    expect({ status, to: headers.location }).toEqual({ status: 303, to: '/' });
  });

  it('at the beginning, to who is in no workspace, is how to come into one', async () => {
    const ben = await shared.add('Ben', 'member');
    await shared.run(`delete from memberships where account_id = '${ben.accountId}'`);
    expect((await ben.browser.open('/')).headers.location).toBe('/workspaces');
    expect((await ben.browser.open('/workspaces')).text).toContain('You are in no workspace');
  });

  it('to who is not an owner, of what only owners see, is that they may not see it', async () => {
    const ben = await shared.add('Ben', 'member');
    for (const path of ['/access', '/erase', '/export']) {
      const { status, text } = await ben.browser.open(WORKSPACE_PATH + path);
      expect(status).toBe(403);
      expect(text).toContain('Only owners of the workspace can do this');
      expect(text).not.toMatch(/You may look at this|Not from here/);
    }
    const viewer = await shared.add('Eve', 'viewer');
    const { text } = await viewer.browser.post(`${WORKSPACE_PATH}/lists`, { name: 'pwn' });
    expect(text).toContain('You may look at this, but not change it');
  });

  it('of what was typed calls a name a name, and what is in a list what it is', async () => {
    const ben = await shared.add('Ben', 'member');
    const renamed = await ben.browser.post(`${WORKSPACE_PATH}/rename`, { name: 'pwn' });
    expect(textOf(renamed.text)).toMatch(/What you typed\s+Name\s+pwn/);
    const commandId = '01900000-0000-7000-8000-000000000001';
    const eve = await shared.add('Eve', 'viewer');
    const list = await eve.browser.post(`${WORKSPACE_PATH}/lists`, { commandId, name: 'Milk' });
    expect(textOf(list.text)).toMatch(/What you typed\s+List\s+Milk/);
  });

  it.each([
    [{}, '“name” is missing'],
    [{ name: 'Bens', more: 'x' }, '“more” is not known'],
    [{ name: ['a', 'b'] }, '“name” makes no sense'],
  ])('of the fields %j, of which nothing can be made, is what is wrong in words', async (fields, words) => {
    const { status, text } = await request(shared.web.getHttpServer())
      .post(`${WORKSPACE_PATH}/rename`)
      .type('form')
      .set({ accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: `garbanzo=${SOMEBODY.token}` })
      .send(fields);
    expect(status).toBe(400);
    expect(text).toContain(words);
    expect(text).not.toMatch(/Invalid|expected|undefined|Unrecognized/);
  });

  it('of a choice that there is not, is that it is none', async () => {
    const mia = shared.mia.browser;
    const { text } = await mia.post(`${WORKSPACE_PATH}/invitations`, {
      role: 'king',
      days: '1',
      uses: 'one',
    });
    expect(text).toContain('“role” is none of what can be chosen');
  });

  it('to who is signed in no more, and posts something, is where to sign in', async () => {
    const { status, text } = await new Person(shared.web).post(`${WORKSPACE_PATH}/rename`, { name: 'x' });
    expect(status).toBe(401);
    expect(text).toMatch(/<a class="button primary" href="\/sign-in">Sign in<\/a>/);
  });

  it('of an invitation, to who is in already, is that they are', async () => {
    const { browser } = shared.mia;
    const form = { role: 'member', days: '1', uses: 'many' };
    const page = await browser.postAndFollow(`${WORKSPACE_PATH}/invitations`, form);
    const [, path = ''] = /value="[^"]*(\/invitations\/[\w-]{43})"/.exec(page.text) ?? [];
    const own = await browser.open(path);
    expect(own.text).toContain('You are in it already');
    expect(own.text).not.toMatch(/>Join<|You become/);
    const ben = await shared.add('Ben', 'member');
    await shared.run(`delete from memberships where account_id = '${ben.accountId}'`);
    expect((await ben.browser.open(path)).text).toMatch(/You become a member[^]*>Join</);
  });
});
