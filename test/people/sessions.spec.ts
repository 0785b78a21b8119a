import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Person } from '../support/person.js';
import { TwoAccounts } from '../support/two-accounts.js';

const LINUX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

const SESSION = /<li class="card credential">[^]*?<\/li>/g;

/** What a page says of each session: its words, without markup. */
const said = (html: string) =>
  (html.match(SESSION) ?? []).map((item) => item.replaceAll(/<[^>]*>|\n/g, ' ').replaceAll(/\s+/g, ' '));

describe('where somebody is signed in', () => {
  let two: TwoAccounts;
  let here: Person;
  let phone: Person;
  beforeAll(async () => {
    two = await TwoAccounts.start();
  });
  afterAll(() => two.close());
  beforeEach(async () => {
    await two.run('delete from sessions');
    here = await two.signIn('mia', { headers: { 'user-agent': LINUX } });
    phone = await two.signIn('mia', {
      headers: { 'user-agent': PHONE, 'x-forwarded-for': '203.0.113.7' },
    });
  });

  const idOf = async (device: string) => {
    const [row] = await two.run(`select id from sessions where device like '%${device}%'`);
    return String(row?.id);
  };

  it('is said in words: browser, system, place, times, and which one is this', async () => {
    const { status, text } = await here.open('/account/sessions');
    expect(status).toBe(200);
    const [first, second] = said(text).toSorted();
    expect(first).toMatch(
      /Firefox on Linux \(this one\), from this computer Signed in .* UTC ; last used .* UTC/,
    );
    expect(second).toMatch(/Safari on iPhone , from 203\.0\.113\.7 Signed in/);
    expect((await phone.open('/account/sessions')).text).toContain('Firefox on Linux</bdi></strong>, from');
    expect((await here.open('/account')).text).toContain('href="/account/sessions"');
  });

  it('names only what is not over, and only what is theirs', async () => {
    await two.signIn('ben', { headers: { 'user-agent': 'Opera' } });
    await two.run(
      `update sessions set last_used_at = now() - interval '31 days' where device like '%iPhone%'`,
    );
    const { text } = await here.open('/account/sessions');
    expect(said(text)).toHaveLength(1);
    expect(text).not.toContain('Sign out everywhere else');
  });

  it('can be ended, each by itself', async () => {
    const { status, headers } = await here.post(`/account/sessions/${await idOf('iPhone')}/end`);
    expect([status, headers.location]).toEqual([303, '/account/sessions']);
    expect([await two.isSignedIn(here), await two.isSignedIn(phone)]).toEqual([true, false]);
    expect((await two.audited('mia')).at(-1)).toBe('session-ended');
  });

  it('can be ended here, which is signing out', async () => {
    const { headers } = await here.post(`/account/sessions/${await idOf('Linux')}/end`);
    expect([headers.location, here.isRemembered]).toEqual(['/sign-in', false]);
    expect(await two.isSignedIn(phone)).toBe(true);
  });

  it('can be ended everywhere else, for oneself', async () => {
    const ben = await two.signIn('ben');
    await here.post('/account/sessions/end-others');
    expect(await Promise.all([here, phone, ben].map((person) => two.isSignedIn(person)))).toEqual([
      true,
      false,
      true,
    ]);
    expect((await two.audited('mia')).at(-1)).toBe('other-sessions-ended');
  });

  it('cannot be ended by another, nor what is not there', async () => {
    const ben = await two.signIn('ben');
    for (const id of [await idOf('iPhone'), randomUUID(), 'none']) {
      const { status } = await ben.post(`/account/sessions/${id}/end`);
      expect([id, status]).toEqual([id, 404]);
    }
    expect([await two.isSignedIn(here), await two.isSignedIn(phone)]).toEqual([true, true]);
  });
});
