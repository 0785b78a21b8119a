import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Person } from '../support/person.js';
import { begin, PATH as FACTOR } from '../support/second-factor.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { TOKEN_FORM } from '../support/tokens.js';
import { PASSWORD, TwoAccounts } from '../support/two-accounts.js';

const INVITATION = { role: 'member', days: '7', uses: 'one' };

interface Once {
  readonly what: string;
  readonly secret: RegExp;
  readonly rows: string;
  /** What its form is sent to, and with what. */
  form(mia: Person): Promise<readonly [string, Readonly<Record<string, string>>]>;
}

const ONCE: readonly Once[] = [
  {
    what: 'an invitation',
    secret: /\/invitations\/[\w-]{43}/,
    rows: 'invitations',
    form: async () => [`${WORKSPACE_PATH}/invitations`, INVITATION],
  },
  {
    what: 'a token',
    secret: /gbz_[\w-]{43}/,
    rows: 'api_tokens',
    form: async () => ['/account/tokens', TOKEN_FORM],
  },
  {
    what: 'recovery codes',
    secret: /[a-z2-7]{4}(?:-[a-z2-7]{4}){3}/,
    rows: 'recovery_codes',
    form: async (mia) => [`${FACTOR}/confirm`, { code: (await begin(mia)).code() }],
  },
  {
    what: 'renewed recovery codes',
    secret: /[a-z2-7]{4}(?:-[a-z2-7]{4}){3}/,
    rows: 'recovery_codes',
    form: async () => [`${FACTOR}/recovery-codes`, { password: PASSWORD }],
  },
];

describe('what is shown once', () => {
  let two: TwoAccounts;
  let mia: Person;
  beforeAll(async () => {
    two = await TwoAccounts.start();
    mia = await two.signIn('mia');
  });
  afterAll(() => two.close());

  const count = async (table: string) => (await two.run(`select from ${table}`)).length;

  it.each(ONCE)('$what: is on a page that can be loaded again without making another one', async (once) => {
    const [path, fields] = await once.form(mia);
    const posted = await mia.post(path, fields);
    expect(posted.status).toBe(303);
    const to = String(posted.headers.location);
    expect(to).not.toMatch(once.secret);
    expect(posted.text).not.toMatch(once.secret);
    const rows = await count(once.rows);
    expect(rows).toBeGreaterThan(0);
    const shown = await mia.open(to);
    expect(shown.status).toBe(200);
    expect(shown.text).toMatch(once.secret);
    const again = await mia.open(to);
    expect([200, 303]).toContain(again.status);
    expect(again.text).not.toMatch(once.secret);
    expect(await count(once.rows)).toBe(rows);
  });

  it.each(ONCE)('$what: is shown to nobody else who signs in with the same browser', async (once) => {
    if (once.what === 'recovery codes') await mia.post(`${FACTOR}/off`, { password: PASSWORD });
    const [path, fields] = await once.form(mia);
    const to = String((await mia.post(path, fields)).headers.location);
    const browser = mia.inAnotherBrowser();
    await two.run(`delete from tries`);
    await browser.post('/sign-in', { email: 'ben@example.org', password: PASSWORD });
    const { text } = await browser.open(to);
    expect(text).not.toMatch(once.secret);
    expect((await mia.open(to)).text).toMatch(once.secret);
  });

  it('is not taken from a cookie that is none of ours', async () => {
    for (const value of [
      'x',
      '%00',
      Buffer.from('{}').toString('base64url'),
      Buffer.from('[').toString('base64url'),
    ])
      for (const path of [`${WORKSPACE_PATH}/members`, '/account/tokens']) {
        const { status } = await mia.open(path, { cookie: `${cookiesOf(mia)}; garbanzo-once=${value}` });
        expect(status).toBe(200);
      }
  });
});

const cookiesOf = (person: Person) => person.cookie().cookie ?? '';
