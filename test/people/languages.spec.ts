import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BEN, MailingApp, MIA } from '../support/mailing-app.js';
import { pathIn } from '../support/mail-server.js';
import { Person } from '../support/person.js';

const GERMAN = { 'accept-language': 'de-DE,de;q=0.9,en;q=0.8' };
const ENGLISH = { 'accept-language': 'en-US' };
const ORIGIN = 'https://todo.example.org';

describe('people who read another language', () => {
  let app: MailingApp;
  let somebody: Person;
  beforeAll(async () => {
    app = await MailingApp.start();
    await app.sql(`update accounts set language = 'de' where email = '${BEN.email}'`);
  });
  beforeEach(async () => {
    somebody = new Person(app.web);
    await app.forgetTries();
  });
  afterEach(async () => {
    app.mail.mails.length = 0;
    await app.sql('delete from account_links');
  });
  afterAll(() => app.close());

  const ask = (email: string, headers: object) => somebody.post('/forgotten', { email }, headers);

  it('sign in as their browser asks for it', async () => {
    const { text } = await somebody.open('/sign-in', GERMAN);
    expect(text).toMatch(/<html lang="de">[^]*<h1>Anmelden<[^]*Passwort vergessen\?/);
    const { text: refused } = await somebody.post('/sign-in', { email: MIA.email, password: 'x' }, GERMAN);
    expect(refused).toContain('Es gibt kein Konto mit dieser Adresse und diesem Passwort.');
    expect((await somebody.open('/sign-in', ENGLISH)).text).toContain('<h1>Sign in<');
  });

  it('are told to wait in it, by what a script shows as well', async () => {
    const challenge = () => somebody.post('/sign-in/passkey/challenge', {}, GERMAN);
    await challenge();
    await app.sql('update tries set count = 59');
    await challenge();
    expect((await challenge()).text).toMatch(
      /^\{"message":"Das war fürs Erste oft genug\. Warte \d+ Sekunden?, /,
    );
  });

  it('see it in what is recorded about access, and in when it was', async () => {
    const ben = await app.signIn(BEN);
    const { text } = await ben.open('/account/access');
    expect(text).toContain('<p class="words">Du hast dich angemeldet.</p>');
    expect(text).toContain('Dein Konto wurde angelegt.');
  });

  it('are sent mails in the language of their account, whoever asks for them', async () => {
    await ask(BEN.email, ENGLISH);
    const asked = await app.mail.to(BEN.email);
    expect(asked.subject).toBe('Setze ein neues Passwort');
    expect(asked.text).toContain('Wenn du das nicht angefordert hast, tu nichts: Es ändert sich nichts.');
    await somebody.post(pathIn(asked, ORIGIN), { password: BEN.password }, ENGLISH);
    const done = await app.mail.to(BEN.email);
    expect(done.subject).toBe('Dein Passwort wurde neu gesetzt');
    expect(done.text).toMatch(/^- 0 Einladungen\n- 0 Token\n- 0 Passkeys\n- 0 Verbindungen\n- \d+ Sitzung/m);
    await somebody.post('/sign-up', { ...MIA, email: BEN.email }, ENGLISH);
    expect((await app.mail.to(BEN.email)).subject).toBe('Du hast schon ein Konto');
  });

  it('are sent them in that of the browser which asks as long as they have chosen none', async () => {
    await ask(MIA.email, GERMAN);
    expect((await app.mail.to(MIA.email)).subject).toBe('Setze ein neues Passwort');
    await ask(MIA.email, ENGLISH);
    expect((await app.mail.to(MIA.email)).subject).toBe('Set a new password');
  });

  it('get each their own when several ask at the same time', async () => {
    const [one, other] = [new Person(app.web), new Person(app.web)];
    const email = 'mia@new.example';
    await Promise.all([
      one.post('/sign-in', { email: MIA.email, password: MIA.password }),
      other.post('/sign-in', { email: BEN.email, password: BEN.password }),
    ]);
    await app.sql('delete from tries');
    const change = { email, password: MIA.password };
    await Promise.all([
      one.post('/account/email', change, ENGLISH),
      other.post('/account/email', { email: 'ben@new.example', password: BEN.password }, ENGLISH),
      ...Array.from({ length: 3 }, () => ask('nobody@example.org', GERMAN)),
    ]);
    const subjects = await Promise.all(
      [MIA.email, email, BEN.email, 'ben@new.example'].map(async (to) => (await app.mail.to(to)).subject),
    );
    expect(subjects).toEqual([
      'Your e-mail address is about to change',
      'Confirm your new e-mail address',
      'Deine E-Mail-Adresse soll geändert werden',
      'Bestätige deine neue E-Mail-Adresse',
    ]);
  });

  it('are told in theirs that somebody else has given their address, who is told in theirs', async () => {
    const mia = await app.signIn(MIA);
    await mia.post('/account/email', { email: BEN.email, password: MIA.password }, ENGLISH);
    expect((await app.mail.to(BEN.email)).subject).toBe(
      'Deine E-Mail-Adresse wurde für ein anderes Konto angegeben',
    );
    expect((await app.mail.to(MIA.email)).subject).toBe('Your e-mail address is about to change');
  });
});
