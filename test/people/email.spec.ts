import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { openDatabase } from '../support/log.js';
import { MailScene, ORIGIN } from '../support/mail-scene.js';
import { pathIn, type MailServer } from '../support/mail-server.js';
import { Person } from '../support/person.js';
import { resetLink } from '../support/reset-link.js';
import { runStatements } from '../support/run-statements.js';
import { MIA, startWebSetUp } from '../support/set-up-web.js';
import { addPerson } from '../support/somebody.mjs';

const accountId = '00000000-0000-7000-8000-00000000000e';
const EVE = { accountId, name: 'Eve', email: 'eve@example.org', token: 'a token of Eve' };
const { password } = MIA;
const NEW = 'mia@new.example';

async function startWithTwo(url: string, env: NodeJS.ProcessEnv): Promise<NestFastifyApplication> {
  const web = await startWebSetUp(url, env);
  const owner = openDatabase(url);
  await addPerson(owner, EVE);
  await owner.close();
  return web;
}

const emailsIn = async (test: TestDatabase) =>
  (await runStatements(test.url, 'select email from accounts order by name desc')).map(({ email }) => email);

describe('another e-mail address', () => {
  let scene: MailScene;
  let test: TestDatabase;
  let mail: MailServer;
  let web: NestFastifyApplication;
  let mia: Person;
  let eve: Person;
  beforeAll(async () => {
    scene = await MailScene.start(startWithTwo);
    ({ test, mail, web } = scene);
  });
  beforeEach(async () => {
    [mia, eve] = [new Person(web), new Person(web, EVE.token)];
    await mia.post('/sign-in', { email: MIA.email, password });
  });
  afterEach(async () => {
    await runStatements(
      test.url,
      'delete from account_links',
      'delete from tries',
      `update accounts set email = '${MIA.email}' where name = 'Mia'`,
    );
    mail.mails.length = 0;
  });
  afterAll(() => scene.close());

  const emails = () => emailsIn(test);
  async function askForLink(): Promise<string> {
    await mia.post('/account/email', { email: NEW, password });
    await mail.to(MIA.email);
    return pathIn(await mail.to(NEW), ORIGIN);
  }

  it('is confirmed with the mail that is sent to it, and told to the address before', async () => {
    expect((await mia.open('/account')).text).toContain('href="/account/email"');
    expect((await mia.open('/account/email')).text).toContain(MIA.email);
    const asked = await mia.post('/account/email', { email: NEW, password });
    expect([asked.status, asked.headers.location]).toEqual([303, '/account/email?asked=1']);
    expect((await mia.open('/account/email?asked=1')).text).toContain('Almost done');
    const told = await mail.to(MIA.email);
    expect(told.text).toContain('Report it by answering this mail');
    expect(pathIn(told, ORIGIN)).toBe('/forgotten');
    const path = pathIn(await mail.to(NEW), ORIGIN);
    const { text } = await mia.open(path);
    expect(text).toContain(NEW);
    expect(await emails()).toEqual([MIA.email, EVE.email]);
    expect((await mia.post(path)).headers.location).toBe('/account/email?changed=1');
    expect(await emails()).toEqual([NEW, EVE.email]);
    expect((await mail.to(MIA.email)).subject).toBe('Your e-mail address has changed');
    expect((await mia.post('/sign-in', { email: NEW, password })).status).toBe(303);
    const audited = await runStatements(
      test.url,
      `select what, details from audit_entries where what like 'email-%' order by id`,
    );
    expect(audited).toEqual([
      { what: 'email-change-asked', details: {} },
      { what: 'email-changed', details: {} },
    ]);
  });

  it.each([
    ['with another password', { email: NEW, password: 'another pea' }, 'That is not your password'],
    ['with what is no address', { email: 'mia', password }, 'That is no e-mail address'],
  ])('is refused %s, and no mail is sent', async (_, form, words) => {
    const { status, text } = await mia.post('/account/email', form);
    expect([status, text]).toEqual([422, expect.stringContaining(words)]);
    expect(text).not.toContain(`value="${form.password}"`);
    expect(await runStatements(test.url, 'select from account_links')).toEqual([]);
  });

  it('does not tell that it is taken, neither by the answer nor by the mail to the address before', async () => {
    const taken = await mia.post('/account/email', { email: 'EVE@example.org', password });
    const toldOfTaken = await mail.to(MIA.email);
    const free = await mia.post('/account/email', { email: NEW, password });
    const toldOfFree = await mail.to(MIA.email);
    expect([taken.status, taken.headers.location, taken.text]).toEqual([
      free.status,
      free.headers.location,
      free.text,
    ]);
    expect(toldOfTaken).toEqual(toldOfFree);
    const { subject, text } = await mail.to(EVE.email);
    expect(subject).toContain('was given for another account');
    expect(text).not.toContain('/account/email/');
  });

  it('is not confirmed by opening the link, nor by who is not signed in, nor from another account', async () => {
    const path = await askForLink();
    await mia.open(path);
    const nobody = new Person(web);
    expect((await nobody.open(path)).headers.location).toMatch(/^\/sign-in\?next=/);
    expect((await nobody.post(path)).status).toBe(401);
    for (const answer of [await eve.open(path), await eve.post(path)]) {
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain(NEW);
    }
    expect(await emails()).toEqual([MIA.email, EVE.email]);
    expect((await mia.post(path)).status).toBe(303);
  });

  it('is told in words when the link is used, expired or of another kind', async () => {
    const used = await askForLink();
    await mia.post(used);
    await runStatements(test.url, `update accounts set email = '${MIA.email}' where name = 'Mia'`);
    const expired = await askForLink();
    await runStatements(test.url, `update account_links set expires_at = now() where used_at is null`);
    const reset = `/account/email/${await resetLink(web, MIA.email)}`;
    for (const path of [used, expired, reset, '/account/email/x']) {
      for (const answer of [await mia.open(path), await mia.post(path)]) {
        expect([path, answer.status]).toEqual([path, 404]);
        expect(answer.text).toContain('This link does not work (any more)');
      }
    }
    expect(await emails()).toEqual([MIA.email, EVE.email]);
  });

  it('stays as it was when somebody has taken it meanwhile', async () => {
    const path = await askForLink();
    await runStatements(test.url, `update accounts set email = '${NEW}' where name = 'Eve'`);
    const { status, text } = await mia.post(path);
    expect([status, text]).toEqual([409, expect.stringContaining('Somebody has this address already')]);
    await runStatements(test.url, `update accounts set email = '${EVE.email}' where name = 'Eve'`);
  });

  it('is the one that was asked for last, also when somebody has that', async () => {
    const [older, newer] = [await askForLink(), await askForLink()];
    expect((await mia.post(older)).status).toBe(404);
    await mia.post('/account/email', { email: EVE.email, password });
    await mail.to(EVE.email);
    expect((await mia.post(newer)).status).toBe(404);
  });

  it('is stopped by who sets a new password from the address before', async () => {
    const path = await askForLink();
    const secret = await resetLink(web, MIA.email);
    await new Person(web).post(`/reset/${secret}`, { password });
    await mail.to(MIA.email, 'Your password was set anew');
    await mia.post('/sign-in', { email: MIA.email, password });
    expect((await mia.post(path)).status).toBe(404);
  });

  it('makes links useless that were sent to the address before', async () => {
    const path = await askForLink();
    const secret = await resetLink(web, MIA.email);
    await mia.post(path);
    expect((await mia.post(`/reset/${secret}`, { password: 'two peas in a pot' })).status).toBe(404);
  });
});

describe('another e-mail address where no mails are sent', () => {
  it('is there at once, unless somebody has it', async () => {
    const test = await createTestDatabase();
    const web = await startWithTwo(test.url, {});
    const mia = new Person(web);
    await mia.post('/sign-in', { email: MIA.email, password });
    expect((await mia.open('/account/email')).text).toContain('it is changed at once');
    const taken = await mia.post('/account/email', { email: 'EVE@example.org', password });
    expect([taken.status, taken.text]).toEqual([
      422,
      expect.stringContaining('another account with this address'),
    ]);
    expect((await mia.post('/account/email', { email: NEW, password: 'another pea' })).status).toBe(422);
    const done = await mia.post('/account/email', { email: NEW, password });
    expect(done.headers.location).toBe('/account/email?changed=1');
    expect(await emailsIn(test)).toEqual([NEW, EVE.email]);
    await web.close();
    await test.drop();
  });
});
