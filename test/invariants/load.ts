import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { commandIdOf } from '../../apps/web/src/forms/command-id.js';
import { isCatchingUp, todosOn } from '../support/visitor.js';
import { SIGNED_IN, WORKSPACE_PATH } from '../support/somebody.mjs';
import type { Witness } from './witness.js';

/** Fewer than a page holds, so that all of a list is on the page that is looked at. */
const TODOS_PER_LIST = 40;
const AGAIN_MS = 100;

/**
 * People at work, over HTTP: they make lists, add to-dos, and look whether the next page shows them. When an answer is
 * not a success they send the same form again, as the "Try again" of the error page does.
 */
export class Load {
  private readonly visitors: Promise<void>[];
  private stopping = false;
  private sent = 0;

  /**
   * @param origins which are asked in turn: they are to be one system
   * @param workspace its path
   */
  constructor(
    private readonly origins: string | readonly string[],
    private readonly witness: Witness,
    { visitors = 4, workspace = WORKSPACE_PATH } = {},
  ) {
    this.visitors = Array.from({ length: visitors }, () => this.visit(workspace));
  }

  /** Resolves when everybody has finished what they were at. */
  async stop(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.visitors);
  }

  private async visit(workspace: string): Promise<void> {
    while (!this.stopping) {
      const location = await this.post(`${workspace}/lists`, { name: 'Under load' });
      const [path = ''] = location?.split('?') ?? [];
      for (let count = 1; count <= TODOS_PER_LIST && !this.stopping; count += 1) await this.add(path, count);
    }
  }

  /** I5: the next page shows what was just written, and everything before it; or says that it is catching up. */
  private async add(list: string, count: number): Promise<void> {
    const title = `To-do ${count}`;
    const location = await this.post(`${list}/todos`, { title });
    const page = location && (await this.open(location));
    if (page === undefined || isCatchingUp(page)) return;
    const titles = todosOn(page).map((todo) => todo.title);
    if (titles.at(-1) !== title || titles.length !== count) {
      this.witness.broken.push(`I5: ${location} shows ${titles.length} to-dos and not ${count}`);
    }
  }

  /** Where success leads to; undefined when the test ends before there is any. */
  private async post(path: string, fields: Readonly<Record<string, string>>): Promise<string | undefined> {
    const form = { commandId: uuidv7(), ...fields };
    const body = new URLSearchParams(form);
    // The log knows it by the id that web makes of the form.
    const commandId = commandIdOf(path, form);
    this.witness.asked.add(commandId);
    for (;;) {
      const answer = await this.send(path, { method: 'POST', body });
      if (answer?.status === 303) {
        this.witness.acknowledge(commandId);
        return answer.headers.get('location') ?? '';
      }
      this.failed(`POST ${path}`, answer, await answer?.text().catch(() => undefined));
      if (this.stopping) return undefined;
      await pause(AGAIN_MS);
    }
  }

  private async open(path: string): Promise<string | undefined> {
    const answer = await this.send(path);
    const page = await answer?.text().catch(() => undefined);
    if (page !== undefined && (answer?.status === 200 || isCatchingUp(page))) return page;
    this.failed(`GET ${path}`, answer, page);
    return undefined;
  }

  private async send(path: string, init: RequestInit = {}): Promise<Response | undefined> {
    const headers = { ...SIGNED_IN, accept: 'text/html', 'sec-fetch-site': 'same-origin' };
    const origins = [this.origins].flat();
    const origin = origins[this.sent++ % origins.length];
    return await fetch(`${origin}${path}`, { ...init, headers, redirect: 'manual' }).catch(() => undefined);
  }

  /** I8: a fault fails closed. No answer at all is what a killed process gives. */
  private failed(request: string, answer: Response | undefined, page = ''): void {
    const [, heading = ''] = /<h1[^>]*>([^<]*)/.exec(page) ?? [];
    this.witness.failures.push(`${request}: ${answer ? `${answer.status} ${heading}`.trim() : 'no answer'}`);
    if (answer !== undefined && !(answer.status === 503 && answer.headers.has('retry-after'))) {
      this.witness.broken.push(`I8: ${request} was answered with ${answer.status}`);
    }
  }
}
