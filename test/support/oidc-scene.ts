import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from './database.js';
import { CLIENT, OidcServer, type Known } from './oidc-provider.js';
import { Person } from './person.js';
import { runStatements } from './run-statements.js';
import { startWeb } from './running-app.js';
import { MIA } from './set-up-web.js';

export const ORIGIN = 'https://todo.example.org';

const known = (name: string): Known => ({
  sub: `subject of ${name}`,
  name,
  email: `${name.toLowerCase()}@example.org`,
  email_verified: true,
  zoneinfo: 'Europe/Berlin',
});

/** People as the provider knows them. */
export const AT_PROVIDER = { mia: known('Mia'), ben: known('Ben'), eve: known('Eve') };

/** A web app, a provider with which people sign in to it, and a database in which nobody has an account yet. */
export class OidcScene {
  private constructor(
    readonly test: TestDatabase,
    readonly provider: OidcServer,
    readonly web: NestFastifyApplication,
  ) {}

  static async start(): Promise<OidcScene> {
    const [test, provider] = await Promise.all([
      createTestDatabase(),
      OidcServer.start(`${ORIGIN}/oidc/callback`),
    ]);
    await runStatements(test.url, 'delete from accounts');
    return new OidcScene(test, provider, await startWithProvider(test, provider, { OIDC_SIGN_UP: 'true' }));
  }

  /** The same, set up by its owner. */
  static async startSetUp(): Promise<OidcScene> {
    const scene = await OidcScene.start();
    await new Person(scene.web).post('/setup', MIA);
    return scene;
  }

  /** Another web app with the same provider. */
  startAnother(env: NodeJS.ProcessEnv = {}): Promise<NestFastifyApplication> {
    return startWithProvider(this.test, this.provider, env);
  }

  /** To the provider and back, as a browser goes. Answers the path to which it is sent back. */
  async visit(person: Person, path = '/oidc/begin'): Promise<string> {
    const { status, headers } = await person.open(path);
    if (status !== 303) throw new Error(`${path} answered ${status}`);
    return (await this.provider.visit(String(headers.location))).slice(ORIGIN.length);
  }

  async signIn(person: Person, path?: string) {
    return person.open(await this.visit(person, path));
  }

  /** The owner, signed in with the password. */
  async mia(): Promise<Person> {
    const person = new Person(this.web);
    await person.post('/sign-in', { email: MIA.email, password: MIA.password });
    return person;
  }

  identities() {
    return runStatements(this.test.url, 'select subject from identities order by subject');
  }

  /** Only the owner is left, who signs in with the password. */
  async forget(): Promise<void> {
    await runStatements(this.test.url, 'delete from identities', `delete from accounts where name <> 'Mia'`);
  }

  async close(): Promise<void> {
    await this.web.close();
    await Promise.all([this.provider.close(), this.test.drop()]);
  }
}

function startWithProvider(
  { url }: TestDatabase,
  { issuer }: OidcServer,
  env: NodeJS.ProcessEnv,
): Promise<NestFastifyApplication> {
  return startWeb(url, { PUBLIC_URL: ORIGIN, OIDC_ISSUER: issuer, OIDC_NAME: 'Acme', ...CLIENT, ...env });
}
