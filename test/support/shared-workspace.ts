import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase, type TestDatabase } from './database.js';
import { openDatabase } from './log.js';
import { Person } from './person.js';
import { runStatements } from './run-statements.js';
import { startWeb } from './running-app.js';
import { addPerson, SOMEBODY, WORKSPACE_PATH } from './somebody.mjs';

const WORKSPACE = WORKSPACE_PATH.slice('/w/'.length);

export interface Known {
  readonly accountId: string;
  readonly browser: Person;
}

/** The web app with a workspace of Mia's, into which a test puts others. */
export class SharedWorkspace {
  private constructor(
    readonly test: TestDatabase,
    readonly web: NestFastifyApplication,
  ) {}

  static async open(env: NodeJS.ProcessEnv = {}): Promise<SharedWorkspace> {
    const test = await createTestDatabase();
    return new SharedWorkspace(test, await startWeb(test.url, env));
  }

  async close(): Promise<void> {
    await this.web.close();
    await this.test.drop();
  }

  get mia(): Known {
    return { accountId: SOMEBODY.accountId, browser: new Person(this.web, SOMEBODY.token) };
  }

  /** Somebody else, who is signed in. */
  async add(name: string, role: 'owner' | 'member' | 'viewer', workspaceId = WORKSPACE): Promise<Known> {
    const [accountId, token] = [randomUUID(), randomUUID()];
    const owner = openDatabase(this.test.url);
    const email = `${name.toLowerCase()}-${accountId}@example.org`;
    await addPerson(owner, { accountId, name, email, token, role, workspaceId });
    await owner.close();
    return { accountId, browser: new Person(this.web, token) };
  }

  /** Mia alone, as the owner. */
  async reset(): Promise<void> {
    await this.run(`delete from accounts where id <> '${SOMEBODY.accountId}'`);
    await this.run(`delete from memberships`);
    await this.run(
      `insert into memberships (account_id, workspace_id, role) values ('${SOMEBODY.accountId}', '${WORKSPACE}', 'owner')`,
    );
    await this.run(`update workspaces set name = 'Home' where id = '${WORKSPACE}'`);
  }

  run(statement: string): Promise<readonly Record<string, unknown>[]> {
    return runStatements(this.test.url, statement);
  }

  /** Who is in it, and as what. */
  async roles(): Promise<Readonly<Record<string, unknown>>> {
    const rows = await this.run(
      `select a.name, m.role from memberships m join accounts a on a.id = m.account_id
       where m.workspace_id = '${WORKSPACE}' order by a.name`,
    );
    return Object.fromEntries(rows.map(({ name, role }) => [String(name), role]));
  }

  /** What was recorded of access, in its order. */
  async audited(): Promise<readonly string[]> {
    const rows = await this.run(`select what from audit_entries order by id`);
    return rows.map(({ what }) => String(what));
  }

  async forgetAudit(): Promise<void> {
    await this.run('delete from audit_entries');
  }
}
