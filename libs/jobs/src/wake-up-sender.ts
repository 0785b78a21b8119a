import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { PgBoss } from 'pg-boss';
import { Config, Database, LOGGER, type Logger } from '#libs/platform';
import { createSender } from './create-sender.js';
import { WAKE_UPS } from './queues.js';

/** Milliseconds between two sends. The first one goes out at once. */
const PAUSE_MS = 25;

/**
 * Tells the workers which shards have new events. Only one send is in flight at a time; shards that change
 * meanwhile go with the next one. Call it after the commit, never before: see
 * docs/adr/0003-wake-up-after-commit.md.
 */
@Injectable()
export class WakeUpSender implements OnApplicationShutdown {
  private readonly shardsToWake = new Set<number>();
  private sending: Promise<void> | undefined;
  private boss: Promise<PgBoss> | undefined;

  private readonly database: Database;

  constructor(
    { databaseUrl: url }: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    // A separate connection, because wake-ups may be lost in a power cut, and so its commits need not wait
    // for the disk.
    const session = { name: 'garbanzo web jobs', role: 'garbanzo_web', durable: false } as const;
    this.database = new Database({ url, logger, max: 1, ...session });
  }

  /**
   * Returns at once. A wake-up that cannot be sent is logged and dropped: the worker checks by itself every
   * second.
   */
  wake(shard: number): void {
    this.shardsToWake.add(shard);
    this.sending ??= this.sendAll().finally(() => (this.sending = undefined));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sending;
    const boss = await this.boss?.catch(() => undefined);
    await boss?.stop({ graceful: false });
    await this.database.close();
  }

  private async sendAll(): Promise<void> {
    while (this.shardsToWake.size > 0) {
      const shards = [...this.shardsToWake];
      this.shardsToWake.clear();
      await this.send(shards).catch((error: unknown) => {
        this.logger.warn({ err: error, shards }, 'a wake-up was not sent');
      });
      // Collects the shards of the next moments: under load, one wake-up is as good as ten.
      await pause(PAUSE_MS);
    }
  }

  private async send(shards: readonly number[]): Promise<void> {
    const boss = await this.started();
    await boss.insert(
      WAKE_UPS,
      shards.map((shard) => ({ data: { shard }, singletonKey: String(shard) })),
    );
  }

  /** Starts at the first use rather than at start-up, so that web can start while the database is down. */
  private started(): Promise<PgBoss> {
    this.boss ??= this.start().catch((error: unknown) => {
      this.boss = undefined;
      throw error;
    });
    return this.boss;
  }

  private async start(): Promise<PgBoss> {
    const boss = createSender(this.database);
    boss.on('error', (error) => this.logger.warn({ err: error }, 'pg-boss'));
    return await boss.start();
  }
}
