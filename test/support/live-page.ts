import { Agent, get, type ClientRequest, type IncomingMessage } from 'node:http';
import { until } from './until.js';

/** An event as a browser hears it. */
export interface Heard {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: Readonly<Record<string, readonly string[]>>;
}

/** Each page has a connection of its own, as in HTTP/2, where there is no limit to speak of. */
const agent = new Agent({ keepAlive: false });

/** A page that is open in somebody's browser, as its server sees it: it listens until it is closed, and does not come back by itself. */
export class LivePage {
  readonly heard: Heard[] = [];
  /** Lines that say nothing, and keep the connection. */
  beats = 0;
  isOver = false;
  private readonly ending: Promise<void>;
  private rest = '';

  private constructor(
    private readonly request: ClientRequest,
    readonly answer: IncomingMessage,
    private readonly onHeard: (heard: Heard) => void,
  ) {
    answer.setEncoding('utf8');
    answer.on('data', (text: string) => this.hear(text));
    this.ending = new Promise((resolve) => answer.on('close', resolve));
    void this.ending.then(() => (this.isOver = true));
    answer.on('error', () => undefined);
  }

  /**
   * @param headers of whoever looks, and what their browser heard last
   * @param onHeard is called with each event, the first of which may come before this resolves
   */
  static open(
    url: string,
    headers: Readonly<Record<string, string>>,
    onHeard: (heard: Heard) => void = () => undefined,
  ): Promise<LivePage> {
    return new Promise((resolve, reject) => {
      const request = get(url, { headers: { accept: 'text/event-stream', ...headers }, agent });
      request.once('response', (answer) => resolve(new LivePage(request, answer, onHeard)));
      request.on('error', reject);
    });
  }

  get status(): number {
    return this.answer.statusCode ?? 0;
  }

  /** What was heard of one kind, in its order. */
  of(event: string): readonly Heard[] {
    return this.heard.filter((each) => each.event === event);
  }

  /** What a browser brings back. */
  get lastId(): string | undefined {
    return this.heard.findLast(({ id }) => id !== undefined)?.id;
  }

  /** Waits for so many events of one kind; answers the last of them. */
  async hears(event: string, count = 1): Promise<Heard> {
    await until(() => this.of(event).length >= count || this.isOver);
    const last = this.of(event)[count - 1];
    if (last === undefined) throw new Error(`No ${event} was heard; the status was ${this.status}`);
    return last;
  }

  async isEnded(): Promise<void> {
    await this.ending;
  }

  close(): void {
    this.request.destroy();
  }

  private hear(text: string): void {
    const messages = (this.rest + text).split('\n\n');
    this.rest = messages.pop() ?? '';
    for (const message of messages) this.take(message);
  }

  private take(message: string): void {
    const fields = new Map(
      message.split('\n').map((line) => {
        const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
        return [name, value];
      }),
    );
    const data = fields.get('data');
    if (message.startsWith(':')) this.beats += 1;
    else if (data !== undefined) {
      const heard = {
        event: fields.get('event') ?? 'message',
        id: fields.get('id'),
        data: JSON.parse(data) as Heard['data'],
      };
      this.heard.push(heard);
      this.onHeard(heard);
    }
  }
}
