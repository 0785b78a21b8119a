import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { MailServer, pathIn } from '../support/mail-server.js';
import { Person } from '../support/person.js';
import { startWeb } from '../support/running-app.js';
import { SOMEBODY, WORKSPACE_PATH } from '../support/somebody.mjs';

const ORIGIN = 'https://todo.example.org';

describe('an invitation for an address', () => {
  let test: TestDatabase;
  let mail: MailServer;
  let web: NestFastifyApplication;
  let mia: Person;
  beforeAll(async () => {
    [test, mail] = await Promise.all([createTestDatabase(), MailServer.start()]);
    const env = { SMTP_URL: mail.url, MAIL_FROM: 'Garbanzo <todo@example.org>', PUBLIC_URL: ORIGIN };
    web = await startWeb(test.url, env);
    mia = new Person(web, SOMEBODY.token);
  });
  afterAll(async () => {
    await web.close();
    await Promise.all([mail.close(), test.drop()]);
  });

  const invite = (email: string) =>
    mia.postAndFollow(`${WORKSPACE_PATH}/invitations`, { role: 'member', days: '7', uses: 'one', email });

  it('is sent there, and leads to who invites to what', async () => {
    const { text } = await invite('ben@example.org');
    expect(text).toContain('It is being sent to <bdi>ben@example.org</bdi>');
    const sent = await mail.to('ben@example.org');
    expect(sent.text).toMatch(/Mia.{0,6} would like to share the lists of .{0,6}Home/);
    const { status, text: page } = await new Person(web).open(pathIn(sent, ORIGIN));
    expect(status).toBe(200);
    expect(page).toContain('Mia');
  });

  it('is sent to nobody when there is no address', async () => {
    const before = mail.recipients.length;
    const { text } = await invite('');
    expect(text).toContain('id="new-link"');
    expect(text).not.toContain('is being sent');
    expect(mail.recipients).toHaveLength(before);
  });
});
