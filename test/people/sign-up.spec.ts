import { afterEach, describe, expect, it } from '@jest/globals';
import { homeOf } from '../support/home-of.js';
import { Person } from '../support/person.js';
import { SharedWorkspace } from '../support/shared-workspace.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';

const BEN = { name: 'Ben', email: 'ben@example.org', password: 'two peas in a pot', timeZone: 'UTC' };

describe('signing up', () => {
  let home: SharedWorkspace;
  let ben: Person;
  async function start(env: NodeJS.ProcessEnv = {}): Promise<void> {
    home = await SharedWorkspace.open(env);
    ben = new Person(home.web);
  }
  afterEach(() => home.close());

  const accounts = async () => (await home.run('select from accounts')).length;
  async function invitation(): Promise<string> {
    const form = { role: 'member', days: '1', uses: 'many', email: '' };
    const { text } = await home.mia.browser.postAndFollow(`${WORKSPACE_PATH}/invitations`, form);
    return /\/invitations\/[\w-]{43}/.exec(text)?.[0] ?? '';
  }

  it.each(['invited', 'closed'])('is for nobody without a link where SIGN_UP is %s', async (SIGN_UP) => {
    await start({ SIGN_UP });
    expect((await ben.open('/sign-up')).status).toBe(404);
    for (const form of [BEN, {}, { unknown: 'x' }])
      expect((await ben.post('/sign-up', form as Record<string, string>)).status).toBe(404);
    expect((await ben.open('/sign-in')).text).not.toContain('/sign-up');
    expect(await accounts()).toBe(1);
  });

  it('is for those with a link unless SIGN_UP is closed', async () => {
    await start();
    expect((await ben.post(await invitation(), BEN)).headers.location).toBe(WORKSPACE_PATH);
  });

  it('is not even for those with a link where SIGN_UP is closed, who can sign in', async () => {
    await start({ SIGN_UP: 'closed' });
    const path = await invitation();
    const { text } = await ben.open(path);
    expect(text).toContain('Sign in to join');
    expect(text).not.toContain('make an account');
    expect((await ben.post(path, BEN)).status).toBe(200);
    expect(await accounts()).toBe(1);
    const other = String((await home.mia.browser.post('/workspaces', { name: 'Another' })).headers.location);
    const eve = await home.add('Eve', 'member', other.slice('/w/'.length));
    expect((await eve.browser.post(path)).headers.location).toBe(WORKSPACE_PATH);
  });

  it('is for everybody where SIGN_UP is open: they get a workspace of their own and see no other', async () => {
    await start({ SIGN_UP: 'open' });
    expect((await ben.open('/sign-in')).text).toContain('href="/sign-up"');
    expect((await ben.open('/sign-up')).text).toContain('Create an account');
    expect((await ben.post('/sign-up', BEN)).headers.location).toBe('/sign-in?signed-up=1');
    expect((await ben.open('/sign-in?signed-up=1')).text).toContain(
      'There is an account with this address now',
    );
    await ben.post('/sign-in', { email: BEN.email, password: BEN.password });
    const own = await homeOf(ben);
    expect((await ben.open(own)).text).toContain('Ben’s own');
    expect((await ben.open(WORKSPACE_PATH)).status).toBe(404);
    expect(await home.run(`select from accounts where is_instance_owner`)).toHaveLength(1);
  });

  it('tells no stranger who has an account already, and changes nothing about it', async () => {
    await start({ SIGN_UP: 'open' });
    const taken = { ...BEN, email: SOMEBODY.email.toUpperCase() };
    const [free, known] = [
      await ben.post('/sign-up', BEN),
      await new Person(home.web).post('/sign-up', taken),
    ];
    const told = ({ status, headers, text }: typeof free) => [
      status,
      headers.location,
      headers['set-cookie'],
      text,
    ];
    expect(told(known)).toEqual(told(free));
    expect(await accounts()).toBe(2);
    expect(await home.run(`select name from accounts where lower(email) = '${SOMEBODY.email}'`)).toEqual([
      { name: 'Mia' },
    ]);
  });

  it('makes one account when a form is sent twice at once', async () => {
    await start({ SIGN_UP: 'open' });
    const answers = await Promise.all([1, 2, 3].map(() => new Person(home.web).post('/sign-up', BEN)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await accounts()).toBe(2);
    expect(await home.run(`select from workspaces where name = 'Ben’s own'`)).toHaveLength(1);
  });

  it('shows what is wrong, and keeps the rest', async () => {
    await start({ SIGN_UP: 'open' });
    const { status, text } = await ben.post('/sign-up', { ...BEN, password: 'short' });
    expect(status).toBe(422);
    expect(text).toContain('too short for a password');
    expect(text).toContain('value="Ben"');
  });

  it('waits for the set-up, which makes the first account', async () => {
    await start({ SIGN_UP: 'open' });
    await home.run('delete from accounts');
    expect((await new Person(home.web).open('/sign-up')).status).toBe(404);
    expect((await ben.post('/sign-up', BEN)).status).toBe(404);
  });
});
