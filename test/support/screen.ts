import { setTimeout as pause } from 'node:timers/promises';
import { LivePage } from './live-page.js';
import { WORKSPACE_PATH } from './somebody.mjs';
import { TcpProxy } from './tcp-proxy.js';
import { until } from './until.js';

/** What a page shows of a to-do. */
export interface ShownTodo {
  readonly id: string;
  readonly title: string;
  readonly priority: string;
  readonly hasNote: boolean;
  readonly isDone: boolean;
}

export interface Shown {
  readonly name: string;
  readonly todos: readonly ShownTodo[];
}

type Headers = Readonly<Record<string, string>>;

/** How long a browser waits until it tries again, milliseconds: shorter here. */
const RETRY_MS = 20;

/**
 * The page of a list in somebody's browser: it hears over a stream that something has changed, and asks for the page again, as
 * `live.js` does. Between it and the server is a network that can be made to fail.
 */
export class Screen {
  shows: Shown = { name: '', todos: [] };
  /** The commands that were posted here and done. */
  readonly done: string[] = [];
  /** The to-dos that were ever shown. */
  readonly seen = new Set<string>();
  private token = { shard: 0, position: 0 };
  private heard = 0;
  private stream: LivePage | undefined;
  private isClosed = false;
  private listening: Promise<void> | undefined;

  private constructor(
    readonly network: TcpProxy,
    private readonly url: string,
    private readonly listId: string,
    private readonly cookie: Headers,
  ) {}

  static async open(server: string, listId: string, cookie: Headers): Promise<Screen> {
    const { proxy, url } = await TcpProxy.before(server);
    const screen = new Screen(proxy, new URL(url).origin, listId, cookie);
    await screen.ask();
    screen.listening = screen.listen();
    return screen;
  }

  /** Sends a form until it is answered, as pages do: always the same form. Answers the status. */
  async post(path: string, fields: Headers): Promise<number> {
    const headers = { ...this.cookie, accept: 'text/html', 'sec-fetch-site': 'same-origin' };
    const init = { method: 'POST', headers, body: new URLSearchParams(fields), redirect: 'manual' } as const;
    for (;;) {
      const answer = await this.send(path, init);
      if (answer !== undefined && answer.status !== 503) {
        const did = /[?&]did=([^&#]+)/.exec(answer.headers.get('location') ?? '')?.[1];
        if (did !== undefined) this.done.push(did);
        return answer.status;
      }
      await pause(RETRY_MS);
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.stream?.close();
    await this.network.close();
    await this.listening;
  }

  private async listen(): Promise<void> {
    while (!this.isClosed) {
      try {
        const from = Math.max(this.heard, this.token.position);
        const address = `${this.url}${WORKSPACE_PATH}/live?list=${this.listId}&from=${from}`;
        this.stream = await LivePage.open(address, this.cookie);
        await this.follow(this.stream);
      } catch {
        // It was cut, and comes back with what it has heard.
      }
      this.stream?.close();
      await pause(RETRY_MS);
    }
  }

  /** Until the stream is over. */
  private async follow(stream: LivePage): Promise<void> {
    for (let next = 0; ;) {
      await until(() => this.isClosed || stream.isOver || stream.heard.length > next);
      const news = stream.heard.slice(next);
      if (news.length === 0) return;
      next += news.length;
      this.heard = Math.max(this.heard, ...news.map(({ id }) => Number(id ?? 0)));
      const concerns = news.some(
        ({ event, data }) =>
          event === 'reload' || (event === 'changed' && data.lists?.includes(this.listId) === true),
      );
      if (concerns) await this.catchUp(this.heard);
    }
  }

  private async catchUp(position: number): Promise<void> {
    while (!this.isClosed && this.token.position < position) {
      await this.ask(position);
      if (this.token.position < position) await pause(RETRY_MS);
    }
  }

  private async ask(position?: number): Promise<void> {
    const seen = position === undefined ? '' : `?seen=${this.token.shard}:${position}`;
    const answer = await this.send(`/lists/${this.listId}${seen}`, { headers: this.cookie });
    const html = answer?.status === 200 ? await answer.text().catch(() => '') : '';
    const [, shard, shown] = / data-shown="(\d+):(\d+)"/.exec(html) ?? [];
    if (shown === undefined || Number(shown) < this.token.position) return;
    this.token = { shard: Number(shard), position: Number(shown) };
    this.shows = shownBy(html);
    for (const { id } of this.shows.todos) this.seen.add(id);
  }

  /** Undefined when the network fails. */
  private async send(path: string, init: RequestInit): Promise<Response | undefined> {
    try {
      return await fetch(this.url + WORKSPACE_PATH + path, { ...init, signal: AbortSignal.timeout(5_000) });
    } catch {
      return undefined;
    }
  }
}

/** Titles in tests are letters and digits: nothing in them is escaped. */
function shownBy(html: string): Shown {
  const rows = html.matchAll(
    /<li id="t-([^"]+)" class="todo( done)?"[^]*?<span class="title"[^>]*>([^<]*)<\/span>[^]*?<span class="facts">(?:<span class="priority (\w+)"[^>]*><\/span>)?(<span class="noted")?/g,
  );
  return {
    name: /<h1[^>]*>([^<]*)<\/h1>/.exec(html)?.[1] ?? '',
    todos: [...rows].map(([, id = '', done, title = '', priority = 'none', note]) => {
      return { id, title, priority, hasNote: note !== undefined, isDone: done !== undefined };
    }),
  };
}
