import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { v7 as uuidv7 } from 'uuid';
import { createTestDatabase, type TestDatabase } from './database.js';
import { openDatabase } from './log.js';
import { Person } from './person.js';
import { runStatements } from './run-statements.js';
import { startWeb } from './running-app.js';
import { addPerson, SOMEBODY } from './somebody.mjs';

export const TOKEN_FORM = { name: 'Backup', access: 'read', which: 'all', days: '30' };

/** The web app with Mia, who owns two workspaces and makes tokens, and Eve, who owns one of her own. */
export class WebWithTokens {
  readonly garden = randomUUID();
  readonly eves = randomUUID();
  readonly evesSession = 'a token of somebody else who is signed in';
  readonly mia: Person;

  private constructor(
    readonly test: TestDatabase,
    readonly web: NestFastifyApplication,
  ) {
    this.mia = new Person(web, SOMEBODY.token);
  }

  static async start(): Promise<WebWithTokens> {
    const test = await createTestDatabase();
    const started = new WebWithTokens(test, await startWeb(test.url));
    await started.addPeople();
    return started;
  }

  private async addPeople(): Promise<void> {
    const owner = openDatabase(this.test.url);
    const { garden, eves, evesSession: token } = this;
    await owner.query(`insert into workspaces (id, shard, name) values ($1, 1, 'Garden'), ($2, 1, 'Eve’s')`, [
      garden,
      eves,
    ]);
    await owner.query(`insert into memberships (account_id, workspace_id, role) values ($1, $2, 'owner')`, [
      SOMEBODY.accountId,
      garden,
    ]);
    const eve = { accountId: randomUUID(), name: 'Eve', email: 'eve@example.org', token };
    await addPerson(owner, { ...eve, workspaceId: eves });
    await owner.close();
  }

  sql(statement: string) {
    return runStatements(this.test.url, statement);
  }

  /** A new token, as its owner copies it from the page. */
  async make(fields: Readonly<Record<string, string>> = {}): Promise<string> {
    const { status, text } = await this.mia.postAndFollow('/account/tokens', { ...TOKEN_FORM, ...fields });
    const [, token] = />(gbz_[\w-]{43})</.exec(text) ?? [];
    if (status !== 200 || token === undefined) throw new Error(`No token was made: ${status} ${text}`);
    return token;
  }

  async idOf(name: string): Promise<string> {
    const [row] = await this.sql(`select id from api_tokens where name = '${name}'`);
    return String(row?.id);
  }

  /** What a program asks with a token. */
  ask(path: string, token: string, headers: Readonly<Record<string, string>> = {}) {
    return this.get(path, { ...bearer(token), ...headers });
  }

  me(token: string, headers: Readonly<Record<string, string>> = {}) {
    return this.ask('/api/v1/me', token, headers);
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}) {
    return request(this.web.getHttpServer()).get(path).set(headers);
  }

  /** What it posts: a new list, unless it is something else. */
  post(
    path: string,
    headers: Readonly<Record<string, string>>,
    fields: object = { commandId: uuidv7(), name: 'Made by a program' },
  ) {
    return request(this.web.getHttpServer()).post(path).type('form').set(headers).send(fields);
  }

  async close(): Promise<void> {
    await this.web.close();
    await this.test.drop();
  }
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

export const statusOf = async (answer: PromiseLike<{ readonly status: number }>) => (await answer).status;
