import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { MailServer } from '../support/mail-server.js';
import { Person } from '../support/person.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';

const MIA = { name: 'Mia', email: 'mia@example.org', password: 'a pea in a pot', timeZone: 'UTC' };
const BEN = { name: 'Ben', email: 'ben@example.org', password: 'two peas in a pot', timeZone: 'UTC' };
const ORIGIN = 'https://todo.example.org';
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
  let test: TestDatabase;
  let mail: MailServer;
  let web: NestFastifyApplication;
  let eve: Person;
  beforeAll(async () => {
    [test, mail] = await Promise.all([createTestDatabase(), MailServer.start()]);
    await runStatements(test.url, 'delete from accounts');
    const mails = { SMTP_URL: mail.url, MAIL_FROM: 'Garbanzo <todo@example.org>', PUBLIC_URL: ORIGIN };
    web = await startWeb(test.url, { ...mails, TRUST_PROXY: 'true', SIGN_UP: 'open' });
    await new Person(web).post('/setup', MIA);
    await new Person(web).post('/sign-up', BEN);
  });
  beforeEach(async () => {
    eve = new Person(web);
    mail.mails.length = 0;
    await sql('delete from tries');
  });
  afterAll(async () => {
    await web.close();
    await Promise.all([mail.close(), test.drop()]);
  });

  const sql = (statement: string) => runStatements(test.url, statement);
  const from = (address: string) => ({ 'x-forwarded-for': address });
  async function signedIn({ email, password } = MIA): Promise<Person> {
    const person = new Person(web);
    await person.post('/sign-in', { email, password });
    await sql('delete from tries');
    return person;
  }

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

  describe('mails about another e-mail address', () => {
    const ask = (person: Person, email: string) =>
      person.post('/account/email', { email, password: person === mia ? MIA.password : BEN.password });
    let mia: Person;
    let ben: Person;
    beforeEach(async () => {
      [mia, ben] = [await signedIn(), await signedIn(BEN)];
    });
    const isTold = ({ status, headers, text }: Awaited<ReturnType<typeof ask>>, most: number) => {
      expect(status).toBe(429);
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(most);
      expect(text).toContain('That was done often enough for now. Wait');
    };

    it('do not fill a mailbox, whoever asks for them and however its address is written', async () => {
      for (const [n, person] of [mia, ben, mia, ben, mia].entries()) {
        expect((await ask(person, `Victim+${n}@new.example`)).status).toBe(303);
        await mail.to(`Victim+${n}@new.example`);
      }
      isTold(await ask(ben, 'victim@new.example'), 6 * HOUR);
      isTold(await ask(mia, 'victim@NEW.example'), 6 * HOUR);
      expect((await ask(ben, 'another@new.example')).status).toBe(303);
      await mail.to('another@new.example');
      expect(mail.mails.flatMap(({ to }) => to).filter((to) => /victim/i.test(to))).toEqual([]);
    });

    it('are ten an hour from one account, to whatever addresses', async () => {
      for (let n = 0; n < 10; n += 1) expect((await ask(mia, `eve-${n}@new.example`)).status).toBe(303);
      isTold(await ask(mia, 'eve@new.example'), HOUR);
      expect((await ask(ben, 'eve@new.example')).status).toBe(303);
      expect((await mia.post('/account/email', { email: 'mia', password: '' })).status).toBe(422);
    });
  });

  describe('invitations by mail', () => {
    let mia: Person;
    let path: string;
    beforeEach(async () => {
      mia = await signedIn();
      path = `${String((await mia.open('/')).headers.location)}/invitations`;
    });
    const invite = (email: string) => mia.post(path, { role: 'member', days: '7', uses: 'one', email });

    it('do not fill a mailbox, and are handed over otherwise', async () => {
      for (let n = 0; n < 5; n += 1) {
        expect((await invite('victim@example.org')).status).toBe(200);
        await mail.to('victim@example.org');
      }
      const before = await sql('select from invitations');
      const { status, headers, text } = await invite('Victim@example.org');
      expect([status, Number(headers['retry-after']) > HOUR]).toEqual([429, true]);
      expect(text).toContain('Enough mails were sent for now. Wait 6 hours, or leave the address empty');
      expect(text).toContain('value="Victim@example.org"');
      expect(await sql('select from invitations')).toHaveLength(before.length);
      expect((await invite('')).text).toContain('id="new-link"');
      expect((await invite('ben@example.org')).status).toBe(200);
    });

    it('are thirty an hour from one account', async () => {
      await invite('eve-1@example.org');
      await sql('update tries set count = 29 where count = 1');
      // Both counts, that of the address as well.
      expect((await invite('eve-2@example.org')).status).toBe(200);
      expect((await invite('eve-3@example.org')).status).toBe(429);
      expect((await invite('')).status).toBe(200);
    });
  });

  it('is not the opening of a link: whoever has one does not wait for those who make them up', async () => {
    const mia = await signedIn();
    const path = `${String((await mia.open('/')).headers.location)}/invitations`;
    const { text } = await mia.post(path, { role: 'viewer', days: '1', uses: 'many', email: '' });
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
    const mia = await signedIn();
    const path = `${String((await mia.open('/')).headers.location)}/invitations`;
    const { text } = await mia.post(path, { role: 'viewer', days: '1', uses: 'many', email: '' });
    const link = /\/invitations\/[\w-]{43}/.exec(text)?.[0] ?? '';
    const join = (n: number) =>
      new Person(web).post(link, { ...BEN, email: `guest-${n}@example.org` }, from(HERE));
    expect((await join(1)).status).toBe(303);
    await sql('update tries set count = 50, waits_until = now()');
    expect((await join(2)).status).toBe(303);
    const { status, text: page } = await join(3);
    expect([status, page]).toEqual([429, expect.stringContaining('That was done often enough for now')]);
    expect(page).toContain('value="guest-3@example.org"');
    expect(await sql(`select from accounts where email = 'guest-3@example.org'`)).toEqual([]);
  });
});
