import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Person } from '../support/person.js';
import { codesIn, letTimePass, PATH, STEP, switchOn } from '../support/second-factor.js';
import type { CodeApp } from '../support/totp.js';
import { EMAILS, PASSWORD, TwoAccounts } from '../support/two-accounts.js';

describe('a second factor, when somebody signs in', () => {
  let two: TwoAccounts;
  let app: CodeApp;
  let codes: readonly string[];
  let mia: Person;
  beforeAll(async () => {
    two = await TwoAccounts.start();
  });
  afterAll(() => two.close());
  beforeEach(async () => {
    await two.run('delete from second_factors', 'delete from recovery_codes', 'delete from sessions');
    ({ app, codes } = await switchOn(two, 'mia'));
    await letTimePass(two);
    mia = await two.signIn('mia');
  });

  it('is asked for on a page of its own, which leads to where they wanted to go', async () => {
    const { headers } = await mia.post('/sign-in', {
      email: EMAILS.mia,
      password: PASSWORD,
      next: '/account',
    });
    expect(headers.location).toBe(`${STEP}?next=%2Faccount`);
    expect(await two.isSignedIn(mia)).toBe(false);
    const { text } = await mia.open(String(headers.location));
    expect(text).toContain('name="code"');
    expect(text).toContain('name="next" value="/account"');
    const done = await mia.post(STEP, { code: app.code(), next: '/account' });
    expect(done.headers.location).toBe('/account');
    expect(await two.isSignedIn(mia)).toBe(true);
  });

  it.each([
    ['a wrong one', (of: CodeApp) => of.wrongCode()],
    ['an old one', (of: CodeApp) => of.code(-4)],
    ['one of the future', (of: CodeApp) => of.code(4)],
    ['nothing', () => ''],
    ['a made-up recovery code', () => 'aaaa-bbbb-cccc-dddd'],
  ])('refuses %s', async (_, make) => {
    const { status, text } = await mia.post(STEP, { code: make(app) });
    expect(status).toBe(422);
    expect(text).toContain('That is not the right code');
    expect(await two.isSignedIn(mia)).toBe(false);
    expect((await two.audited('mia')).at(-1)).toBe('second-factor-wrong');
  });

  it('takes each code once', async () => {
    const code = app.code();
    const thief = await two.signIn('mia');
    await mia.post(STEP, { code });
    expect((await thief.post(STEP, { code })).status).toBe(422);
    expect([await two.isSignedIn(mia), await two.isSignedIn(thief)]).toEqual([true, false]);
  });

  it('takes a code that comes twice at the same time once', async () => {
    const code = app.code();
    const others = await Promise.all([1, 2, 3].map(() => two.signIn('mia')));
    await Promise.all([mia, ...others].map((person) => person.post(STEP, { code })));
    const signedIn = await Promise.all([mia, ...others].map((person) => two.isSignedIn(person)));
    expect(signedIn.filter(Boolean)).toHaveLength(1);
  });

  it('refuses the code of another account, and a code for the sign-in of another', async () => {
    const ben = await switchOn(two, 'ben');
    await letTimePass(two);
    const pending = await two.signIn('ben');
    expect((await mia.post(STEP, { code: ben.app.code() })).status).toBe(422);
    expect((await pending.post(STEP, { code: app.code() })).status).toBe(422);
    expect((await pending.post(STEP, { code: codes[0] ?? '' })).status).toBe(422);
    expect([await two.isSignedIn(mia), await two.isSignedIn(pending)]).toEqual([false, false]);
  });

  it('takes a recovery code once, however it is typed', async () => {
    const [first = '', second = ''] = codes;
    expect((await mia.post(STEP, { code: first })).headers.location).toBe('/');
    const again = await two.signIn('mia');
    expect((await again.post(STEP, { code: first })).status).toBe(422);
    const typed = ` ${second.replaceAll('-', ' ').toUpperCase()} `;
    expect((await again.post(STEP, { code: typed })).headers.location).toBe('/');
    expect((await again.open(PATH)).text).toContain('8 recovery codes left');
    expect(await two.audited('mia')).toContain('recovery-code-used');
  });

  it('takes new recovery codes, and no old ones', async () => {
    await mia.post(STEP, { code: app.code() });
    const renewed = codesIn((await mia.postAndFollow(`${PATH}/recovery-codes`, { password: PASSWORD })).text);
    expect(new Set([...renewed, ...codes]).size).toBe(20);
    const again = await two.signIn('mia');
    expect((await again.post(STEP, { code: codes[0] ?? '' })).status).toBe(422);
    expect((await again.post(STEP, { code: renewed[0] ?? '' })).headers.location).toBe('/');
  });

  it('needs the password again after five wrong codes', async () => {
    for (const _ of [1, 2, 3, 4]) expect((await mia.post(STEP, { code: app.wrongCode() })).status).toBe(422);
    const fifth = await mia.post(STEP, { code: app.wrongCode() });
    expect(fifth.headers.location).toBe('/sign-in?again=code');
    expect((await mia.open('/sign-in?again=code')).text).toContain('Type your password again');
    await letTimePass(two);
    await mia.post(STEP, { code: app.code() });
    expect(await two.isSignedIn(mia)).toBe(false);
  });

  it('counts wrong codes in one sign-in however many come at once, also for who has kept its cookie', async () => {
    const thief = mia.inAnotherBrowser();
    await Promise.all([1, 2, 3, 4, 5, 6].map(() => mia.inAnotherBrowser().post(STEP, { code: 'wrong' })));
    await thief.post(STEP, { code: codes[0] ?? '' });
    expect(await two.isSignedIn(thief)).toBe(false);
  });

  it('slows down who goes on guessing with the password, but not who has a recovery code', async () => {
    await two.run('update second_factors set failures = 9, failed_at = now()');
    const { status, headers, text } = await mia.post(STEP, { code: app.code() });
    expect([status, await two.isSignedIn(mia)]).toEqual([429, false]);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(16);
    expect(text).toContain('Too many codes were wrong. Wait');
    expect((await mia.post(STEP, { code: codes[0] ?? '' })).headers.location).toBe('/');
    await letTimePass(two);
    const again = await two.signIn('mia');
    expect((await again.post(STEP, { code: app.code() })).headers.location).toBe('/');
  });

  it('is over after ten minutes', async () => {
    await two.run(`update pending_sign_ins set created_at = now() - interval '11 minutes'`);
    expect((await mia.open(STEP)).headers.location).toBe('/sign-in?again=code');
    const kept = await two.signIn('mia');
    await two.run(`update pending_sign_ins set created_at = now() - interval '11 minutes'`);
    expect((await kept.post(STEP, { code: app.code() })).headers.location).toBe('/sign-in?again=code');
    expect(await two.isSignedIn(kept)).toBe(false);
  });

  it('is finished once', async () => {
    const thief = mia.inAnotherBrowser();
    await mia.post(STEP, { code: app.code() });
    expect((await thief.post(STEP, { code: codes[0] ?? '' })).headers.location).toBe('/sign-in?again=code');
  });

  it('is not begun by who has typed no password', async () => {
    const eve = new Person(two.web);
    for (const answer of [await eve.open(STEP), await eve.post(STEP, { code: app.code() })])
      expect(answer.headers.location).toBe('/sign-in?again=code');
  });

  it('keeps a token that is none of a session', async () => {
    const { headers } = await mia.post('/sign-in', { email: EMAILS.mia, password: PASSWORD });
    const [, token = ''] = /garbanzo-pending=([\w-]{43})/.exec(String(headers['set-cookie'])) ?? [];
    expect(token).not.toBe('');
    expect(await two.isSignedIn(new Person(two.web, token))).toBe(false);
    const found = await two.run(`select from pending_sign_ins where token_hash = '${token}'::bytea`);
    expect(found).toEqual([]);
  });

  it('is of no use to an account that was disabled, or has another password, meanwhile', async () => {
    await two.run(`update accounts set disabled_at = now() where email like 'mia%'`);
    await mia.post(STEP, { code: app.code() });
    await two.run('update accounts set disabled_at = null');
    expect(await two.isSignedIn(mia)).toBe(false);

    const own = await two.signIn('mia');
    await own.post(STEP, { code: codes[0] ?? '' });
    const thief = await two.signIn('mia');
    await own.post('/account/password', { current: PASSWORD, password: `${PASSWORD}!` });
    await thief.post(STEP, { code: codes[1] ?? '' });
    expect([await two.isSignedIn(own), await two.isSignedIn(thief)]).toEqual([true, false]);
    await own.post('/account/password', { current: `${PASSWORD}!`, password: PASSWORD });
  });

  it('is asked for no more when it is off', async () => {
    await mia.post(STEP, { code: app.code() });
    expect((await mia.post(`${PATH}/off`, { password: PASSWORD })).headers.location).toBe(PATH);
    expect(await two.isSignedIn(await two.signIn('mia'))).toBe(true);
    expect(await two.run('select from recovery_codes')).toEqual([]);
    expect(await two.audited('mia')).toContain('second-factor-off');
  });
});
