import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEN, invitationsOf, MailingApp, MIA } from '../support/mailing-app.js';
import type { Person } from '../support/person.js';

const HOUR = 3_600;

describe('mails that somebody else is sent', () => {
  let app: MailingApp;
  beforeAll(async () => {
    app = await MailingApp.start();
  });
  beforeEach(async () => {
    app.mail.mails.length = 0;
    await app.forgetTries();
  });
  afterAll(() => app.close());

  describe('mails about another e-mail address', () => {
    const ask = (person: Person, email: string) =>
      person.post('/account/email', { email, password: person === mia ? MIA.password : BEN.password });
    let mia: Person;
    let ben: Person;
    beforeEach(async () => {
      [mia, ben] = [await app.signIn(), await app.signIn(BEN)];
    });
    const isTold = ({ status, headers, text }: Awaited<ReturnType<typeof ask>>, most: number) => {
      expect(status).toBe(429);
      expect(Number(headers['retry-after'])).toBeLessThanOrEqual(most);
      expect(text).toContain('That was done often enough for now. Wait');
    };

    it('do not fill a mailbox, whoever asks for them and however its address is written', async () => {
      for (const [n, person] of [mia, ben, mia, ben, mia].entries()) {
        expect((await ask(person, `Victim+${n}@new.example`)).status).toBe(303);
        await app.mail.to(`Victim+${n}@new.example`);
      }
      isTold(await ask(ben, 'victim@new.example'), 6 * HOUR);
      isTold(await ask(mia, 'victim@NEW.example'), 6 * HOUR);
      expect((await ask(ben, 'another@new.example')).status).toBe(303);
      await app.mail.to('another@new.example');
      expect(app.mail.mails.flatMap(({ to }) => to).filter((to) => /victim/i.test(to))).toEqual([]);
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
      mia = await app.signIn();
      path = await invitationsOf(mia);
    });
    const invite = (email: string) => mia.post(path, { role: 'member', days: '7', uses: 'one', email });

    it('do not fill a mailbox, and are handed over otherwise', async () => {
      for (let n = 0; n < 5; n += 1) {
        expect((await invite('victim@example.org')).status).toBe(303);
        await app.mail.to('victim@example.org');
      }
      const before = await app.sql('select from invitations');
      const { status, headers, text } = await invite('Victim@example.org');
      expect([status, Number(headers['retry-after']) > HOUR]).toEqual([429, true]);
      expect(text).toContain('Enough mails were sent for now. Wait 6 hours, or leave the address empty');
      expect(text).toContain('value="Victim@example.org"');
      expect(await app.sql('select from invitations')).toHaveLength(before.length);
      expect((await invite('')).status).toBe(303);
      expect((await mia.open(path.replace('invitations', 'members'))).text).toContain('id="new-link"');
      expect((await invite('ben@example.org')).status).toBe(303);
    });

    it('are thirty an hour from one account', async () => {
      await invite('eve-1@example.org');
      await app.sql('update tries set count = 29 where count = 1');
      // Both counts, that of the address as well.
      expect((await invite('eve-2@example.org')).status).toBe(303);
      expect((await invite('eve-3@example.org')).status).toBe(429);
      expect((await invite('')).status).toBe(303);
    });
  });
});
