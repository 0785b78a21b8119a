import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEN, invitationsOf, MailingApp, MIA } from '../support/mailing-app.js';
import { Person } from '../support/person.js';

const [HERE, ELSEWHERE] = ['192.0.2.66', '192.0.2.67'];
const [MINUTE, HOUR] = [60, 3_600];

/** What people do whom nobody knows, and how often it may be done from one address. */
const BY_STRANGERS = [
  {
    what: 'asking for a new password',
    path: '/forgotten',
    fields: (n: number) => ({ email: `eve-${n}@example.org` }),
    free: 30,
    per: HOUR,
  },
  {
    what: 'making an account',
    path: '/sign-up',
    fields: (n: number) => ({ ...BEN, email: `eve-${n}@example.org` }),
    free: 50,
    per: HOUR,
  },
  {
    what: 'asking what a passkey is to sign',
    path: '/sign-in/passkey/challenge',
    fields: () => ({}),
    free: 60,
    per: MINUTE,
  },
];

describe('what others pay for', () => {
  let app: MailingApp;
  let eve: Person;
  beforeAll(async () => {
    app = await MailingApp.start();
  });
  beforeEach(async () => {
    eve = new Person(app.web);
    await app.forgetTries();
  });
  afterAll(() => app.close());

  const sql = (statement: string) => app.sql(statement);
  const from = (address: string) => ({ 'x-forwarded-for': address });

  describe.each(BY_STRANGERS)('$what', ({ path, fields, free, per }) => {
    const ask = (n: number, address = HERE) => eve.post(path, fields(n), from(address));
    /** As if all but the last that is free had been done already. */
    async function askOften(): Promise<void> {
      expect((await ask(1)).status).toBeLessThan(400);
      await sql(`update tries set count = ${free - 1}`);
      expect((await ask(2)).status).toBeLessThan(400);
    }

    it(`can be done ${free} times from one address, and then not before its time is over`, async () => {
      await askOften();
      const { status, headers, text } = await ask(3);
      const seconds = Number(headers['retry-after']);
      expect(status).toBe(429);
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(per);
      expect(text).toContain('That was done often enough for now. Wait');
      expect((await ask(4, ELSEWHERE)).status).toBeLessThan(400);
      await sql(
        `update tries set first_at = first_at - interval '${per} seconds', waits_until = waits_until - interval '${per} seconds'`,
      );
      for (const n of [5, 6]) expect((await ask(n)).status).toBeLessThan(400);
    });

    it('does not wait any longer for being tried meanwhile', async () => {
      await askOften();
      expect((await ask(3)).status).toBe(429);
      const before = await sql('select count, waits_until::text from tries order by count');
      await ask(4);
      expect(await sql('select count, waits_until::text from tries order by count')).toEqual(before);
    });
  });

  it('tells nobody whether an address is known when it is not done', async () => {
    await eve.post('/forgotten', { email: 'nobody@example.org' }, from(HERE));
    await sql('update tries set count = 29');
    await eve.post('/forgotten', { email: 'nobody@example.org' }, from(HERE));
    const told = [MIA.email, 'nobody@example.org'].map(async (email) => {
      const { status, text } = await eve.post('/forgotten', { email }, from(HERE));
      return [status, text.replaceAll(email, 'the address').replaceAll(/Wait \d+/g, 'Wait some')];
    });
    const [known, unknown] = await Promise.all(told);
    expect(known).toEqual(unknown);
    expect(known?.[0]).toBe(429);
  });

  it('leaves nothing of what made-up passkeys say, however often', async () => {
    await sql('delete from audit_entries');
    const bytes = 'AAAA';
    const response = { clientDataJSON: bytes, authenticatorData: bytes, signature: bytes };
    const answer = JSON.stringify({
      id: bytes,
      rawId: bytes,
      type: 'public-key',
      clientExtensionResults: {},
      response,
    });
    for (let n = 0; n < 3; n += 1)
      expect((await eve.post('/sign-in/passkey', { answer })).headers.location).toContain('again=passkey');
    expect(await sql('select from audit_entries')).toEqual([]);
  });

  it('is not the opening of a link: whoever has one does not wait for those who make them up', async () => {
    const mia = await app.signIn();
    const path = await invitationsOf(mia);
    const { text } = await mia.postAndFollow(path, { role: 'viewer', days: '1', uses: 'many', email: '' });
    const link = /\/invitations\/[\w-]{43}/.exec(text)?.[0] ?? '';
    for (let n = 0; n < 30; n += 1) {
      const madeUp = `/invitations/${String(n).padStart(43, 'x')}`;
      expect((await eve.open(madeUp, from(HERE))).status).toBe(404);
      expect((await eve.post(madeUp, BEN, from(HERE))).status).toBe(404);
    }
    expect((await eve.open(link, from(HERE))).text).toContain('You are invited to');
    expect(await sql('select from tries')).toEqual([]);
  });

  it('is counted for accounts that are made by an invitation as well', async () => {
    const mia = await app.signIn();
    const path = await invitationsOf(mia);
    const { text } = await mia.postAndFollow(path, { role: 'viewer', days: '1', uses: 'many', email: '' });
    const link = /\/invitations\/[\w-]{43}/.exec(text)?.[0] ?? '';
    const join = (n: number) =>
      new Person(app.web).post(link, { ...BEN, email: `guest-${n}@example.org` }, from(HERE));
    expect((await join(1)).status).toBe(303);
    await sql('update tries set count = 50, waits_until = now()');
    expect((await join(2)).status).toBe(303);
    const { status, text: page } = await join(3);
    expect([status, page]).toEqual([429, expect.stringContaining('That was done often enough for now')]);
    expect(page).toContain('value="guest-3@example.org"');
    expect(await sql(`select from accounts where email = 'guest-3@example.org'`)).toEqual([]);
  });
});
