import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from './database.js';
import { MailServer } from './mail-server.js';
import { runStatements } from './run-statements.js';

export const ORIGIN = 'https://todo.example.org';

type Start = (url: string, env: NodeJS.ProcessEnv) => Promise<NestFastifyApplication>;

/** A web app that sends mails, the server that takes them, and its database. */
export class MailScene {
  private constructor(
    readonly test: TestDatabase,
    readonly mail: MailServer,
    readonly web: NestFastifyApplication,
  ) {}

  static async start(startWeb: Start): Promise<MailScene> {
    const [test, mail] = await Promise.all([createTestDatabase(), MailServer.start()]);
    return new MailScene(test, mail, await startWeb(test.url, sendingBy(mail, ORIGIN)));
  }

  run(...statements: readonly string[]) {
    return runStatements(this.test.url, ...statements);
  }

  async close(): Promise<void> {
    await this.web.close();
    await Promise.all([this.mail.close(), this.test.drop()]);
  }
}

/** What a web app needs to know for sending mails. @param origin that links in them begin with */
export function sendingBy({ url }: MailServer, origin: string): NodeJS.ProcessEnv {
  return { SMTP_URL: url, MAIL_FROM: 'Garbanzo <todo@example.org>', PUBLIC_URL: origin };
}
