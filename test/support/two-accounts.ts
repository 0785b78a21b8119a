import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase } from './database.js';
import { openDatabase } from './log.js';
import { Person } from './person.js';
import { runStatements } from './run-statements.js';
import { MIA, startWebSetUp } from './set-up-web.js';
import { addPerson } from './somebody.mjs';

export const PASSWORD = MIA.password;
export const EMAILS = { mia: MIA.email, ben: 'ben@example.org' } as const;

/** Web with two people who have accounts, and the same password. */
export class TwoAccounts {
  private constructor(
    readonly web: NestFastifyApplication,
    readonly url: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(): Promise<TwoAccounts> {
    const test = await createTestDatabase();
    const web = await startWebSetUp(test.url, { TRUST_PROXY: 'true', ALLOWED_HOSTS: 'todo.example.org' });
    const owner = openDatabase(test.url);
    const ben = { accountId: randomUUID(), name: 'Ben', email: EMAILS.ben, token: randomUUID() };
    await addPerson(owner, { ...ben, role: 'member' });
    await owner.close();
    const two = new TwoAccounts(web, test.url, () => test.drop());
    await two.run(
      'update accounts set password_hash = (select max(password_hash) from accounts)',
      'delete from sessions',
    );
    return two;
  }

  async close(): Promise<void> {
    await this.web.close();
    await this.drop();
  }

  run(...statements: readonly string[]) {
    return runStatements(this.url, ...statements);
  }

  /** Somebody who has typed address and password. */
  async signIn(who: keyof typeof EMAILS, { password = PASSWORD, headers = {} } = {}): Promise<Person> {
    const person = new Person(this.web);
    const { status } = await person.post('/sign-in', { email: EMAILS[who], password }, headers);
    if (status !== 303) throw new Error(`Signing in answered ${status}`);
    return person;
  }

  async isSignedIn(person: Person): Promise<boolean> {
    return (await person.open('/account')).status === 200;
  }

  /** What was recorded about somebody, oldest first. */
  async audited(who: keyof typeof EMAILS): Promise<readonly string[]> {
    const rows = await this.run(
      `select what from audit_entries e join accounts a on a.id = e.account_id
       where a.email = '${EMAILS[who]}' order by e.at, e.id`,
    );
    return rows.map(({ what }) => String(what));
  }
}
