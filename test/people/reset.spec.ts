import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MailScene, ORIGIN } from '../support/mail-scene.js';
import { pathIn, type MailServer } from '../support/mail-server.js';
import { Person } from '../support/person.js';
import { resetLink } from '../support/reset-link.js';
import { MIA, startWebSetUp } from '../support/set-up-web.js';
import { WORKSPACE_PATH } from '../support/somebody.mjs';
import { until } from '../support/until.js';

const { email, password: before } = MIA;
const password = 'two peas in a pot';

describe('somebody who has forgotten their password', () => {
  let scene: MailScene;
  let mail: MailServer;
  let mia: Person;
  beforeAll(async () => {
    scene = await MailScene.start(startWebSetUp);
    ({ mail } = scene);
  });
  beforeEach(() => {
    mia = new Person(scene.web);
  });
  afterEach(async () => {
    mail.becomes('takes');
    mail.mails.length = 0;
    await scene.run('delete from account_links');
  });
  afterAll(() => scene.close());

  const links = () => scene.run('select account_id from account_links');
  const mayRead = async (person: Person) => (await person.open(WORKSPACE_PATH)).status === 200;
  async function askForLink(): Promise<string> {
    await mia.post('/forgotten', { email });
    return pathIn(await mail.to(email, 'Set a new password'), ORIGIN);
  }

  it('is sent a link, sets another password, and signs in with it', async () => {
    expect((await mia.open('/sign-in')).text).toContain('href="/forgotten"');
    expect((await mia.open('/forgotten')).text).toContain('Send me a link');
    const asked = await mia.post('/forgotten', { email: ' MIA@example.org ' });
    expect([asked.status, asked.headers.location]).toEqual([303, '/forgotten?sent=1']);
    expect((await mia.open('/forgotten?sent=1')).text).toContain('a mail with a link is on its way');
    const received = await mail.to(email);
    expect(received.subject).toBe('Set a new password');
    const path = pathIn(received, ORIGIN);
    expect(path).toMatch(/^\/reset\/[\w-]{43}$/);
    expect((await mia.open(path)).text).toContain('Choose a new password');
    const set = await mia.post(path, { password });
    expect([set.status, set.headers.location, mia.isRemembered]).toEqual([303, '/sign-in?reset=1', false]);
    expect((await mia.open('/sign-in?reset=1')).text).toContain('Your new password is set');
    expect((await mia.post('/sign-in', { email, password: before })).status).toBe(422);
    expect((await mia.post('/sign-in', { email, password })).status).toBe(303);
    const last = await askForLink();
    await mia.post(last, { password: before });
  });

  it('is signed out everywhere, and whatever else was sent does not work any more', async () => {
    const elsewhere = new Person(scene.web);
    await elsewhere.post('/sign-in', { email, password: before });
    expect(await mayRead(elsewhere)).toBe(true);
    const [one, other] = [await askForLink(), await askForLink()];
    await mia.post(one, { password: before });
    expect(await mayRead(elsewhere)).toBe(false);
    expect((await mia.post(other, { password })).status).toBe(404);
    const audited = await scene.run(
      `select what from audit_entries where account_id is not null order by id desc limit 1`,
    );
    expect(audited).toEqual([{ what: 'password-reset' }]);
  });

  it('does nothing by opening a link, however often', async () => {
    const path = await askForLink();
    for (let times = 0; times < 3; times += 1) expect((await mia.open(path)).status).toBe(200);
    expect((await mia.post('/sign-in', { email, password: before })).status).toBe(303);
    expect((await mia.post(path, { password: 'short' })).status).toBe(422);
    const own = await mia.post(path, { password: `1${email.toUpperCase()}!` });
    expect([own.status, own.text]).toEqual([
      422,
      expect.stringContaining('easy to guess for whoever knows you'),
    ]);
    expect((await mia.post(path, { password: before })).status).toBe(303);
  });

  it('is told in words when a link does not work, and led to where there is another', async () => {
    const used = await askForLink();
    await mia.post(used, { password: before });
    const unknown = `/reset/${'x'.repeat(43)}`;
    const expired = await askForLink();
    await scene.run(
      `update account_links set expires_at = now() - interval '1 second' where used_at is null`,
    );
    for (const path of [used, unknown, expired, '/reset/x', `/reset/%00`]) {
      for (const answer of [await mia.open(path), await mia.post(path, { password })]) {
        expect([path, answer.status]).toEqual([path, 404]);
        expect(answer.text).toContain('This link does not work (any more)');
        expect(answer.text).toContain('href="/forgotten"');
      }
    }
    expect((await mia.post('/sign-in', { email, password: before })).status).toBe(303);
  });

  it('uses a link once, also when it is posted many times at once', async () => {
    const path = await askForLink();
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, nth) =>
        new Person(scene.web).post(path, { password: `${before} ${nth}` }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 404, 404, 404, 404]);
    await mia.post(await askForLink(), { password: before });
  });

  it('cannot use a link that changes the e-mail address', async () => {
    const path = await askForLink();
    await scene.run(`update account_links set purpose = 'e-mail', email = 'x@example.org'`);
    expect((await mia.post(path, { password })).status).toBe(404);
  });

  it('gets no link for an account that is disabled, and cannot use one that was made before', async () => {
    const path = await askForLink();
    await scene.run('update accounts set disabled_at = now()');
    await mia.post('/forgotten', { email });
    expect((await mia.post(path, { password })).status).toBe(404);
    await resetLink(scene.web, email);
    expect(await links()).toHaveLength(1);
    await scene.run('update accounts set disabled_at = null');
  });

  it('leads to the address that was configured, whatever host was asked for', async () => {
    const hosts = { host: '203.0.113.66', 'x-forwarded-host': '203.0.113.67', origin: 'http://203.0.113.66' };
    expect((await mia.post('/forgotten', { email }, hosts)).status).toBe(303);
    const { text } = await mail.to(email);
    expect(text).toContain(`${ORIGIN}/reset/`);
    expect(text).not.toContain('203.0.113');
  });

  it('is sent the link at the address that the account has, not at one that looks the same', async () => {
    // In small letters, the sign for Kelvin is a k.
    await scene.run(`update accounts set email = 'kim@example.org'`);
    await mia.post('/forgotten', { email: '\u212Aim@example.org' });
    expect((await mail.to('kim@example.org')).to).toEqual(['kim@example.org']);
    expect(mail.recipients).not.toContain('\u212Aim@example.org');
    await scene.run(`update accounts set email = '${email}'`);
  });

  it('is sent three mails at the most, however often somebody asks', async () => {
    for (let times = 0; times < 6; times += 1) await mia.post('/forgotten', { email });
    await until(async () => (await links()).length === 3);
    for (let times = 0; times < 3; times += 1) await mail.to(email, 'Set a new password');
    // Whoever runs the server can always make one, which takes their place.
    expect(await resetLink(scene.web, email)).toMatch(/^[\w-]{43}$/);
    expect(await links()).toHaveLength(1);
    expect(mail.mails).toEqual([]);
  });

  it('cannot set one that whoever knows them would guess', async () => {
    const path = await askForLink();
    for (const guessed of ['Mia@Example.org', ' '.repeat(9)]) {
      const { status, text } = await mia.post(path, { password: guessed });
      expect(status).toBe(422);
      expect(text).toMatch(/easy to guess|guessed first/);
    }
    expect((await mia.post(path, { password: 'peas from the garden' })).status).toBe(303);
  });
});
