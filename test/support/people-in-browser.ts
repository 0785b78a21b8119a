import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { Passwords } from '#libs/accounts';
import { launchBrowser } from './browser.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { freePort } from './free-port.mjs';
import { openDatabase } from './log.js';
import { sendingBy } from './mail-scene.js';
import { MailServer, pathIn } from './mail-server.js';
import { CLIENT, OidcServer } from './oidc-provider.js';
import { AT_PROVIDER } from './oidc-scene.js';
import { Person } from './person.js';
import { resetLink } from './reset-link.js';
import { runStatements } from './run-statements.js';
import { startWeb, startWorker } from './running-app.js';
import { addPerson, SOMEBODY, WORKSPACE_PATH } from './somebody.mjs';
import { Visitor } from './visitor.js';
import type { Things } from '../people/matrix/kinds.js';

export const PASSWORD = 'a pea in a pot';
const somebody = (name: string) => ({
  accountId: randomUUID(),
  name,
  email: `${name.toLowerCase()}@example.org`,
  token: randomUUID(),
});
const [BEN, EVE] = [somebody('Ben'), somebody('Eve')];
const TOKENS = { mia: SOMEBODY.token, ben: BEN.token, eve: EVE.token };

/** Who looks at a page: Mia owns the workspace, Ben only reads it and has a second factor, Eve is a member and nowhere else. */
export type Who = keyof typeof TOKENS | 'nobody';

interface Parts {
  readonly databases: readonly TestDatabase[];
  readonly web: NestFastifyApplication;
  readonly others: readonly NestFastifyApplication[];
  readonly mail: MailServer;
  readonly provider: OidcServer;
  readonly browser: Browser;
  /** Plain is the same without mails and a provider, where nobody signs up; where it is empty nobody has an account yet. */
  readonly origins: Readonly<Record<'full' | 'plain' | 'empty', string>>;
}

/** All that pages about people depend on: mails, a provider, people with passwords; and a browser to look at them with. */
export class PeopleInBrowser {
  readonly visitor: Visitor;
  readonly eve = EVE.accountId;
  private readonly contexts: BrowserContext[] = [];

  private constructor(private readonly parts: Parts) {
    this.visitor = new Visitor(parts.web);
  }

  static async start(): Promise<PeopleInBrowser> {
    const [test, empty, mail] = await Promise.all([
      createTestDatabase(),
      createTestDatabase(),
      MailServer.start(),
    ]);
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const provider = await OidcServer.start(`${origin}/oidc/callback`);
    await runStatements(empty.url, 'delete from accounts');
    const web = await startWeb(test.url, environment(origin, mail, provider));
    const others = await Promise.all([
      startWeb(test.url),
      startWeb(empty.url),
      ...[test, empty].map(({ url }) => startWorker(url)),
    ]);
    const [plain, vacant] = others;
    const [browser] = await Promise.all([
      launchBrowser(),
      web.listen(port, '127.0.0.1'),
      plain.listen(0, '127.0.0.1'),
      vacant.listen(0, '127.0.0.1'),
    ]);
    const people = new PeopleInBrowser({
      databases: [test, empty],
      web,
      others,
      mail,
      provider,
      browser,
      origins: { full: origin, plain: await originOf(plain), empty: await originOf(vacant) },
    });
    await people.addPeople();
    return people;
  }

  get web(): NestFastifyApplication {
    return this.parts.web;
  }

  get provider(): OidcServer {
    return this.parts.provider;
  }

  get origins(): Parts['origins'] {
    return this.parts.origins;
  }

  private get url(): string {
    return this.parts.databases[0]?.url ?? '';
  }

  /** A page of somebody who has opened nothing yet. */
  async pageOf(who: Who, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.parts.browser.newContext({ baseURL: this.parts.origins.full, ...options });
    this.contexts.push(context);
    context.setDefaultTimeout(20_000);
    if (who !== 'nobody')
      await context.addCookies([{ name: 'garbanzo', value: TOKENS[who], url: this.parts.origins.full }]);
    return await context.newPage();
  }

  run(...statements: readonly string[]) {
    return runStatements(this.url, ...statements);
  }

  /** A list with a to-do, and a second workspace of Mia's. */
  async makeThings(): Promise<Things> {
    const list = await this.visitor.createList('Shopping');
    const todo = await this.visitor.addTodo(list, 'Milk');
    await this.asMia('/workspaces', { name: 'Garden club' });
    const workspace = WORKSPACE_PATH.slice('/w/'.length);
    // A to-do is named after the command that has added it.
    const ids = { workspace, list, todo, command: todo, account: SOMEBODY.accountId };
    return { ...ids, label: await this.visitor.labelTodo(todo, 'Dairy'), session: '', canary: '' };
  }

  /** An invitation of Mia's, as the path that it leads to. */
  async invite(fields: Readonly<Record<string, string>> = {}): Promise<string> {
    const wanted = { role: 'member', days: '7', uses: 'many', email: '', ...fields };
    const { text } = await this.asMia(`${WORKSPACE_PATH}/invitations`, wanted);
    return /\/invitations\/[\w-]{43}/.exec(text)?.[0] ?? '';
  }

  /** The path of a link that sets Mia's password. */
  async reset(): Promise<string> {
    return `/reset/${await resetLink(this.parts.web, SOMEBODY.email)}`;
  }

  /** The path that Mia is sent, who wants another e-mail address. */
  async changeEmail(): Promise<string> {
    const email = `mia-${randomUUID()}@example.org`;
    await this.asMia('/account/email', { email, password: PASSWORD });
    return pathIn(await this.parts.mail.to(email), this.parts.origins.full);
  }

  /** As if Mia had never had one. */
  async forgetSecondFactor(): Promise<void> {
    const ofMia = `where account_id = '${SOMEBODY.accountId}'`;
    await this.run(`delete from recovery_codes ${ofMia}`, `delete from second_factors ${ofMia}`);
  }

  async asMia(path: string, fields: Readonly<Record<string, string>>) {
    return await new Person(this.parts.web, SOMEBODY.token).postAndFollow(path, fields);
  }

  async closePages(): Promise<void> {
    await Promise.all(this.contexts.splice(0).map((context) => context.close()));
    this.parts.provider.person = AT_PROVIDER.mia;
    await this.run('delete from identities', 'delete from tries');
  }

  async close(): Promise<void> {
    await this.parts.browser.close();
    await Promise.all([this.parts.web, ...this.parts.others].map((app) => app.close()));
    await Promise.all([this.parts.mail.close(), this.parts.provider.close()]);
    await Promise.all(this.parts.databases.map((database) => database.drop()));
  }

  private async addPeople(): Promise<void> {
    const owner = openDatabase(this.url);
    await addPerson(owner, { ...BEN, role: 'viewer' });
    await addPerson(owner, { ...EVE, role: 'member' });
    await owner.query('update accounts set password_hash = $1', [
      await this.parts.web.get(Passwords).hash(PASSWORD),
    ]);
    await owner.query(
      `insert into second_factors (account_id, key, confirmed_at) values ($1, 'a key of twenty byte'::bytea, now())`,
      [BEN.accountId],
    );
    await owner.close();
    this.parts.provider.person = AT_PROVIDER.mia;
  }
}

const environment = (origin: string, mail: MailServer, provider: OidcServer): NodeJS.ProcessEnv => ({
  ...sendingBy(mail, origin),
  OIDC_ISSUER: provider.issuer,
  OIDC_NAME: 'Acme',
  SIGN_UP: 'open',
  ...CLIENT,
});

async function originOf(app: NestFastifyApplication): Promise<string> {
  return new URL(await app.getUrl()).origin;
}
