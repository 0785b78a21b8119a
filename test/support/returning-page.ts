import { setTimeout as pause } from 'node:timers/promises';
import { LivePage, type Heard } from './live-page.js';

/** After which a browser comes back, as the server asks it to, in milliseconds. */
const RETRY_MS = 1_000;

/** A page that is open for long: when its stream ends, or cannot be opened, it comes back with what it has heard last. */
export class ReturningPage {
  /** How often it has heard of each command. */
  readonly commands = new Map<string, number>();
  /** What it has been told beside changes. */
  readonly told = new Set<string>();
  /** The position from which on it has heard everything. */
  since: number | undefined;
  /** Whether it has heard something since it came back. */
  isOpen = false;
  private page: LivePage | undefined;
  private lastId: string | undefined;
  private isClosed = false;
  private readonly running: Promise<void>;

  /** @param address where to open it: another one each time, as behind a load balancer */
  constructor(
    private readonly address: () => string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {
    this.running = this.run();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    this.page?.close();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isClosed) {
      await this.open().catch(() => undefined);
      this.isOpen = false;
      if (!this.isClosed) await pause(RETRY_MS);
    }
  }

  private async open(): Promise<void> {
    const back = this.lastId === undefined ? {} : { 'last-event-id': this.lastId };
    const page = await LivePage.open(this.address(), { ...this.headers, ...back }, (heard) =>
      this.hear(heard),
    );
    this.page = page;
    if (this.isClosed) page.close();
    await page.isEnded();
  }

  private hear({ event, id, data }: Heard): void {
    this.isOpen = true;
    this.lastId = id ?? this.lastId;
    this.since ??= Number(id);
    if (event !== 'changed') this.told.add(event);
    for (const command of data.commands ?? [])
      this.commands.set(command, (this.commands.get(command) ?? 0) + 1);
  }
}
