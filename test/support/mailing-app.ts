import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { homeOf } from './home-of.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { MailServer } from './mail-server.js';
import { Person } from './person.js';
import { runStatements } from './run-statements.js';
import { startWeb } from './running-app.js';

export const MIA = { name: 'Mia', email: 'mia@example.org', password: 'a pea in a pot', timeZone: 'UTC' };
export const BEN = { name: 'Ben', email: 'ben@example.org', password: 'two peas in a pot', timeZone: 'UTC' };

/** Web behind a proxy, which sends mails and lets everybody sign up. Mia owns it, and Ben has an account. */
export class MailingApp {
  private constructor(
    readonly test: TestDatabase,
    readonly mail: MailServer,
    readonly web: NestFastifyApplication,
  ) {}

  static async start(): Promise<MailingApp> {
    const [test, mail] = await Promise.all([createTestDatabase(), MailServer.start()]);
    await runStatements(test.url, 'delete from accounts');
    const mails = {
      SMTP_URL: mail.url,
      MAIL_FROM: 'Garbanzo <todo@example.org>',
      PUBLIC_URL: 'https://todo.example.org',
    };
    const web = await startWeb(test.url, { ...mails, TRUST_PROXY: 'true', SIGN_UP: 'open' });
    await new Person(web).post('/setup', MIA);
    await new Person(web).post('/sign-up', BEN);
    return new MailingApp(test, mail, web);
  }

  sql(statement: string) {
    return runStatements(this.test.url, statement);
  }

  /** As if nobody had tried or done anything yet. */
  async forgetTries(): Promise<void> {
    await this.sql('delete from tries');
  }

  async signIn({ email, password } = MIA): Promise<Person> {
    const person = new Person(this.web);
    await person.post('/sign-in', { email, password });
    await this.forgetTries();
    return person;
  }

  async close(): Promise<void> {
    await this.web.close();
    await Promise.all([this.mail.close(), this.test.drop()]);
  }
}

/** Where invitations are made into the workspace in which somebody was last. */
export const invitationsOf = async (person: Person) => `${await homeOf(person)}/invitations`;
