import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { begin, codesIn, letTimePass, PATH, STEP, switchOn } from '../support/second-factor.js';
import { PASSWORD, TwoAccounts } from '../support/two-accounts.js';

describe('a second factor', () => {
  let two: TwoAccounts;
  beforeAll(async () => {
    two = await TwoAccounts.start();
  });
  afterAll(() => two.close());
  beforeEach(() =>
    two.run('delete from second_factors', 'delete from recovery_codes', 'delete from sessions'),
  );

  it('is on when a right code was typed, and not before', async () => {
    const mia = await two.signIn('mia');
    expect((await mia.open(PATH)).text).toContain('It is off');
    const app = await begin(mia);
    const { text } = await mia.open(PATH);
    expect(text).toMatch(/<svg class="qr"[^>]*><path d="M4 4h1v1h-1z/);
    expect(await two.isSignedIn(await two.signIn('mia'))).toBe(true);
    for (const code of [app.wrongCode(), '', '１２３', 'abcdef'])
      expect((await mia.post(`${PATH}/confirm`, { code })).status).toBe(422);
    expect(await two.isSignedIn(await two.signIn('mia'))).toBe(true);
    const confirmed = await mia.postAndFollow(`${PATH}/confirm`, { code: app.code() });
    expect([confirmed.status, codesIn(confirmed.text).length]).toEqual([200, 10]);
    expect(await two.isSignedIn(await two.signIn('mia'))).toBe(false);
    expect((await mia.open(PATH)).text).toContain('10 recovery codes left');
    expect(await two.audited('mia')).toContain('second-factor-on');
  });

  it('is switched on, off and renewed only by who knows the password', async () => {
    const eve = await two.signIn('mia');
    expect((await eve.post(`${PATH}/begin`, { password: 'a guess' })).status).toBe(422);
    expect((await eve.open(PATH)).text).toContain('It is off');
    const { codes } = await switchOn(two, 'mia');
    for (const action of ['off', 'recovery-codes']) {
      const { status, text } = await eve.post(`${PATH}/${action}`, { password: 'a guess' });
      expect([action, status]).toEqual([action, 422]);
      expect(text).toContain('That is not your password');
    }
    expect((await eve.open(PATH)).text).toContain('10 recovery codes left');
    expect(codes).toHaveLength(10);
  });

  it('keeps its key when somebody begins once more', async () => {
    const { person, app } = await switchOn(two, 'mia');
    expect((await person.post(`${PATH}/begin`, { password: PASSWORD })).status).toBe(303);
    await letTimePass(two);
    const again = await two.signIn('mia');
    expect((await again.post(STEP, { code: app.code() })).headers.location).toBe('/');
  });

  it('is offered to those only who have a password', async () => {
    const mia = await two.signIn('mia');
    const [row] = await two.run(`select password_hash as hash from accounts where email like 'mia%'`);
    await two.run(`update accounts set password_hash = null where email like 'mia%'`);
    expect((await mia.open(PATH)).text).toContain('Set a password</a> first');
    expect((await mia.post(`${PATH}/begin`, { password: '' })).text).not.toContain('class="qr"');
    await two.run(`update accounts set password_hash = '${String(row?.hash)}' where email like 'mia%'`);
  });

  it('cannot be confirmed half an hour after its key was shown', async () => {
    const mia = await two.signIn('mia');
    const app = await begin(mia);
    await two.run(`update second_factors set created_at = now() - interval '31 minutes'`);
    expect((await mia.post(`${PATH}/confirm`, { code: app.code() })).status).toBe(422);
    expect(await two.isSignedIn(await two.signIn('mia'))).toBe(true);
  });
});
