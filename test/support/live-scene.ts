import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LivePage } from './live-page.js';
import { anAppend, openLog, type Changes } from './log.js';
import type { Person } from './person.js';
import { startWeb } from './running-app.js';
import { SharedWorkspace } from './shared-workspace.js';
import { WORKSPACE_PATH } from './somebody.mjs';

/** A workspace that others are in, with pages that are open, and a log to which something is appended past all processes. */
export class LiveScene {
  private readonly pages: LivePage[] = [];
  private readonly otherWebs: NestFastifyApplication[] = [];

  private constructor(
    readonly workspace: SharedWorkspace,
    readonly log: ReturnType<typeof openLog>,
  ) {}

  static async open(): Promise<LiveScene> {
    const workspace = await SharedWorkspace.open();
    await workspace.web.listen(0, '127.0.0.1');
    return new LiveScene(workspace, openLog(workspace.test.url));
  }

  get web(): NestFastifyApplication {
    return this.workspace.web;
  }

  /** Another process on the same database, as far as they know of each other. */
  async startOther(): Promise<NestFastifyApplication> {
    const other = await startWeb(this.workspace.test.url);
    await other.listen(0, '127.0.0.1');
    this.otherWebs.push(other);
    return other;
  }

  /** @param query of the address, such as `?list=` with an id */
  async look(
    who: Person | { readonly token: string },
    query = '',
    { web = this.web, headers = {}, path = WORKSPACE_PATH }: Where = {},
  ): Promise<LivePage> {
    const shown = 'token' in who ? { authorization: `Bearer ${who.token}` } : who.cookie();
    const page = await LivePage.open(`${await web.getUrl()}${path}/live${query}`, { ...shown, ...headers });
    this.pages.push(page);
    return page;
  }

  /** Without notifying anybody. @returns the position */
  async append(changes: Changes = {}): Promise<number> {
    const appended = await this.log.appender.append(anAppend(changes));
    if (appended.outcome === 'conflict') throw new Error('It was not appended');
    return appended.position;
  }

  async addTodo(listId: string, streamId = randomUUID()): Promise<number> {
    return await this.append({ streamId, events: [todoAdded(listId)] });
  }

  closePages(): void {
    for (const page of this.pages.splice(0)) page.close();
  }

  async close(): Promise<void> {
    this.closePages();
    await Promise.all([this.log.close(), ...this.otherWebs.map((web) => web.close())]);
    await this.workspace.close();
  }
}

interface Where {
  readonly web?: NestFastifyApplication;
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
}

export const anEvent = (type: string, data: object) => ({ type, schemaVersion: 1, data });

export const todoAdded = (listId: string, title = 'Milk') =>
  anEvent('TodoAdded', { listId, title, order: 'a0' });
