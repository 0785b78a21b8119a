import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { MailScene } from '../support/mail-scene.js';
import type { MailServer } from '../support/mail-server.js';
import { Person } from '../support/person.js';
import { resetLink } from '../support/reset-link.js';
import { runStatements } from '../support/run-statements.js';
import { startWeb } from '../support/running-app.js';
import { MIA, startWebSetUp } from '../support/set-up-web.js';
import { addPerson } from '../support/somebody.mjs';
import { openDatabase } from '../support/log.js';
import { until } from '../support/until.js';

const { email } = MIA;
const password = 'two peas in a pot';

describe('somebody who has forgotten their password', () => {
  let scene: MailScene;
  let mail: MailServer;
  let mia: Person;
  const logged: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  beforeAll(async () => {
    scene = await MailScene.start((url, env) => startWebSetUp(url, env, logger));
    ({ mail } = scene);
  });
  beforeEach(() => {
    mia = new Person(scene.web);
    logged.length = 0;
  });
  afterEach(async () => {
    mail.becomes('takes');
    await scene.run('delete from account_links');
  });
  afterAll(() => scene.close());

  const links = () => scene.run('select account_id from account_links');
  describe('tells nothing to who asks', () => {
    const asked = (answer: { status: number; headers: object; text: string }) => {
      const { location, date: _date, ...headers } = answer.headers as Record<string, string>;
      return [answer.status, location, Object.keys(headers), answer.text];
    };

    it('whether an address is known', async () => {
      const known = await mia.post('/forgotten', { email });
      const unknown = await mia.post('/forgotten', { email: 'nobody@example.org' });
      expect(asked(unknown)).toEqual(asked(known));
      await mail.to(email);
      expect(mail.recipients).not.toContain('nobody@example.org');
    });

    it('because nothing is looked up or sent before the answer is given', async () => {
      // Somebody holds the table, so that no statement about accounts comes to an end, and the mail server says nothing.
      mail.becomes('stalls');
      const owner = openDatabase(scene.test.url);
      const connection = await owner.pool.connect();
      await connection.query('begin; lock table accounts in access exclusive mode');
      for (const typed of [email, 'nobody@example.org'])
        expect((await mia.post('/forgotten', { email: typed })).status).toBe(303);
      expect(mail.recipients.filter((to) => to === 'nobody@example.org')).toEqual([]);
      await connection.query('rollback');
      connection.release();
      await owner.close();
      await until(async () => (await links()).length === 1);
      mail.becomes('takes');
      await mail.to(email);
    });

    it('when mails cannot be sent: that is in the log, without the address or the link', async () => {
      mail.becomes('refuses');
      expect((await mia.post('/forgotten', { email })).headers.location).toBe('/forgotten?sent=1');
      await until(() => logged.length > 0);
      expect(logged.join('')).toContain('sending a link for a new password has failed');
      expect(logged.join('')).toContain('no mailbox the recipient here');
      expect(logged.join('')).not.toMatch(/mia@|\/reset\//);
    });
  });
});

describe('where no mails are sent', () => {
  let test: TestDatabase;
  let web: NestFastifyApplication;
  beforeAll(async () => {
    test = await createTestDatabase();
    web = await startWeb(test.url);
    const owner = openDatabase(test.url);
    const ben = { name: 'Ben', email: 'ben@example.org', token: 'a token of Ben' };
    await addPerson(owner, { accountId: '00000000-0000-7000-8000-00000000000b', ...ben });
    await owner.close();
  });
  afterAll(async () => {
    await web.close();
    await test.drop();
  });

  it('a page says who can make a link', async () => {
    const ben = new Person(web);
    for (const { text } of [
      await ben.open('/forgotten'),
      await ben.post('/forgotten', { email: 'ben@example.org' }),
    ]) {
      expect(text).toContain('garbanzo account link');
      expect(text).not.toContain('<form id="forgotten"');
    }
    expect(await runStatements(test.url, 'select from account_links')).toEqual([]);
  });

  it.each(['ben@example.org', 'BEN@example.org'])(
    'whoever runs the server makes one for %s, which works in the same way',
    async (account) => {
      const secret = await resetLink(web, account);
      const ben = new Person(web);
      expect((await ben.post(`/reset/${secret}`, { password })).headers.location).toBe('/sign-in?reset=1');
      expect((await ben.post('/sign-in', { email: 'ben@example.org', password })).status).toBe(303);
    },
  );

  it('nobody gets one for an account that is not there', async () => {
    expect(await resetLink(web, 'nobody@example.org')).toBeUndefined();
  });
});
