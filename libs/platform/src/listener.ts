import pg from 'pg';
import { connectionOptions } from './database.js';
import type { Logger } from './logger.js';
import { settle, type DatabaseRole } from './session-settings.js';

interface Options {
  readonly url: string;
  readonly name: string;
  readonly role: DatabaseRole;
  readonly channel: string;
  readonly logger: Logger;
  readonly onNotification: (payload: string) => void;
}

const RETRY_MS = 1_000;

/**
 * Hears the notifications of one channel on a connection of its own and connects again whenever it is lost. Whoever
 * listens must manage without: what was notified while the connection was away is not told again.
 */
export class Listener {
  private client: pg.Client | undefined;
  private starting: Promise<void> = Promise.resolve();
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly options: Options) {}

  start(): Promise<void> {
    this.starting = this.connect();
    return this.starting;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    // A connection that is being opened right now has to be closed as well.
    await this.starting;
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const { url, name, role, channel, logger, onNotification } = this.options;
    const client = new pg.Client(connectionOptions(url, `${name} listener`, { role }));
    client.on('notification', ({ payload }) => onNotification(payload ?? ''));
    client.on('error', (error) => logger.warn({ err: error }, `stopped hearing ${channel}`));
    client.on('end', () => this.startLater());
    try {
      await client.connect();
      await settle(client, { role });
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      this.client = client;
    } catch (error) {
      logger.debug({ err: error }, `cannot hear ${channel} yet`);
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
