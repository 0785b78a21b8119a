import pg from 'pg';
import { connectionOptions } from './database.js';
import type { Logger } from './logger.js';
import { settle, type DatabaseRole } from './session-settings.js';

export interface ListenerOptions {
  readonly url: string;
  readonly name: string;
  readonly role: DatabaseRole;
  readonly logger: Logger;
  /** What to do with what is notified on each channel. */
  readonly channels: ReadonlyMap<string, (payload: string) => void>;
  /** Whenever it hears, again or for the first time. */
  readonly onListening?: () => void;
}

const RETRY_MS = 1_000;

/**
 * Hears the notifications of some channels on a connection of its own and connects again whenever it is lost. Whoever
 * listens must manage without: what was notified while the connection was away is not told again.
 */
export class Listener {
  private client: pg.Client | undefined;
  private starting: Promise<void> = Promise.resolve();
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly options: ListenerOptions) {}

  start(): Promise<void> {
    this.starting = this.connect();
    return this.starting;
  }

  /** Notifies others, and itself. @throws Error when it has no connection just now */
  async notify(channel: string, payloads: readonly string[]): Promise<void> {
    if (this.client === undefined) throw new Error('There is no connection to notify others with');
    await this.client.query('select pg_notify($1, payload) from unnest($2::text[]) payload', [
      channel,
      payloads,
    ]);
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    // A connection that is being opened right now has to be closed as well.
    await this.starting;
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const { url, name, role, channels, logger, onListening } = this.options;
    const names = [...channels.keys()];
    // What is notified need not outlive the server's power.
    const session = { role, durable: false };
    const client = new pg.Client(connectionOptions(url, `${name} listener`, session));
    client.on('notification', ({ channel, payload }) => channels.get(channel)?.(payload ?? ''));
    client.on('error', (error) => logger.warn({ err: error }, `stopped hearing ${names.join(', ')}`));
    client.on('end', () => this.startLater());
    try {
      await client.connect();
      await settle(client, session);
      await client.query(names.map((channel) => `listen ${pg.escapeIdentifier(channel)}`).join('; '));
      this.client = client;
      onListening?.();
    } catch (error) {
      logger.debug({ err: error }, `cannot hear ${names.join(', ')} yet`);
      await client.end().catch(() => undefined);
      this.startLater();
    }
  }

  private startLater(): void {
    this.client = undefined;
    if (!this.closed) {
      clearTimeout(this.retry);
      this.retry = setTimeout(() => void this.start(), RETRY_MS);
    }
  }
}
