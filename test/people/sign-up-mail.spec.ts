import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailServer, pathIn } from '../support/mail-server.js';
import { Person } from '../support/person.js';
import { SharedWorkspace } from '../support/shared-workspace.js';
import { SOMEBODY } from '../support/somebody.mjs';

const FORM = { name: 'Mia', email: SOMEBODY.email, password: 'two peas in a pot', timeZone: 'UTC' };
const ORIGIN = 'https://todo.example.org';

describe('somebody who has forgotten that they have an account, where SIGN_UP is open', () => {
  let home: SharedWorkspace;
  let mail: MailServer;
  beforeAll(async () => {
    mail = await MailServer.start();
    const env = { SMTP_URL: mail.url, MAIL_FROM: 'Garbanzo <todo@example.org>', PUBLIC_URL: ORIGIN };
    home = await SharedWorkspace.open({ ...env, SIGN_UP: 'open' });
  });
  afterAll(async () => {
    await home.close();
    await mail.close();
  });

  it('is told so by mail, and by nothing in the answer', async () => {
    const sign = (email: string) => new Person(home.web).post('/sign-up', { ...FORM, email });
    const [free, taken] = [await sign('ben@example.org'), await sign(SOMEBODY.email.toUpperCase())];
    expect([taken.status, taken.headers.location, taken.text]).toEqual([
      free.status,
      free.headers.location,
      free.text,
    ]);
    const received = await mail.to(SOMEBODY.email);
    expect(received.subject).toBe('You have an account already');
    expect(pathIn(received, ORIGIN)).toBe('/forgotten');
    expect(mail.recipients).toEqual([SOMEBODY.email]);
  });
});
