import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Person } from '../support/person.js';
import { PASSWORD, TwoAccounts } from '../support/two-accounts.js';

const NEW = 'two peas in another pot';

describe('a password', () => {
  let two: TwoAccounts;
  let mia: Person;
  let hash: string;
  beforeAll(async () => {
    two = await TwoAccounts.start();
    const [row] = await two.run('select max(password_hash) as hash from accounts');
    hash = String(row?.hash);
  });
  afterAll(() => two.close());
  beforeEach(async () => {
    await two.run(`update accounts set password_hash = '${hash}'`);
    mia = await two.signIn('mia');
  });

  const change = (current: string, password: string) => mia.post('/account/password', { current, password });

  it('is changed by who knows it, and from then on only the new one signs in', async () => {
    const { status, headers } = await change(PASSWORD, NEW);
    expect([status, headers.location]).toEqual([303, '/account/password?changed=1']);
    expect((await mia.open('/account/password?changed=1')).text).toContain('Your password is changed');
    await expect(two.signIn('mia')).rejects.toThrow('422');
    expect(await two.isSignedIn(await two.signIn('mia', { password: NEW }))).toBe(true);
    expect(await two.audited('mia')).toContain('password-changed');
  });

  it('ends all other sessions when it is changed, and gives this one another token', async () => {
    const [elsewhere, ben] = [await two.signIn('mia'), await two.signIn('ben')];
    const thief = mia.inAnotherBrowser();
    await change(PASSWORD, NEW);
    expect(await Promise.all([mia, elsewhere, thief, ben].map((person) => two.isSignedIn(person)))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it.each([
    ['another current one', 'a guess', NEW, 'That is not your password'],
    ['no current one', '', NEW, 'That is not your password'],
    ['a short new one', PASSWORD, 'short', 'too short for a password'],
    ['one’s own address', PASSWORD, 'MIA@example.org', 'easy to guess'],
    ['nothing but spaces', PASSWORD, ' '.repeat(9), 'guessed first'],
    ['a long new one', PASSWORD, 'x'.repeat(300), 'too long for a password'],
    ['their own address as the new one', PASSWORD, 'Mia@example.org!', 'easy to guess for whoever knows you'],
  ])(
    'is not changed with %s, and nothing that was typed is shown again',
    async (_, current, password, words) => {
      const elsewhere = await two.signIn('mia');
      const { status, text } = await change(current, password);
      expect(status).toBe(422);
      expect(text).toContain(words);
      for (const secret of [PASSWORD, NEW, 'a guess']) expect(text).not.toContain(secret);
      expect([await two.isSignedIn(mia), await two.isSignedIn(elsewhere)]).toEqual([true, true]);
    },
  );

  it('cannot be set anew by leaving the current one out', async () => {
    expect((await mia.post('/account/password', { password: NEW })).status).toBe(422);
    expect((await two.audited('mia')).at(-1)).toBe('password-wrong');
    expect(await two.isSignedIn(await two.signIn('mia'))).toBe(true);
  });

  it('that two change at once is one of theirs', async () => {
    const other = await two.signIn('mia');
    const answers = await Promise.all([
      change(PASSWORD, NEW),
      other.post('/account/password', { current: PASSWORD, password: `${NEW}!` }),
    ]);
    // The session of the other one may have ended before it was looked at.
    expect(answers.filter(({ headers }) => String(headers.location).endsWith('changed=1'))).toHaveLength(1);
  });

  describe('that somebody has none of', () => {
    beforeEach(() => two.run(`update accounts set password_hash = null where email like 'mia%'`));

    it('is set by who has just signed in', async () => {
      expect((await mia.open('/account/password')).text).toContain('You sign in without a password');
      expect((await mia.post('/account/password', { password: NEW })).status).toBe(303);
      expect(await two.isSignedIn(await two.signIn('mia', { password: NEW }))).toBe(true);
      expect(await two.audited('mia')).toContain('password-set');
    });

    it('is not set by who finds the browser open', async () => {
      await two.run(`update sessions set created_at = now() - interval '11 minutes'`);
      const { status, text } = await mia.post('/account/password', { password: NEW });
      expect(status).toBe(422);
      expect(text).toContain('You signed in more than 10 minutes ago');
      await expect(two.signIn('mia', { password: NEW })).rejects.toThrow('422');
    });
  });
});
