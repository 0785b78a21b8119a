import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { PgBoss } from 'pg-boss';
import { Coalescer, Config, Database, LOGGER, type Logger } from '#libs/platform';
import { notifyAppended } from './appended.js';
import { createSender } from './create-sender.js';
import { WAKE_UPS } from './queues.js';

/** Milliseconds between two sends of jobs, and between two notifications. The first one goes out at once. */
const PAUSE_MS = { jobs: 25, notifications: 8 };

/**
 * Tells the workers which shards have new events: by a notification, which is quick and may be lost, and by a
 * job. Only one of each is under way at a time; shards that change meanwhile go with the next one. Call it after
 * the commit, never before: see docs/adr/0003-wake-up-after-commit.md.
 */
@Injectable()
export class WakeUpSender implements OnApplicationShutdown {
  private boss: Promise<PgBoss> | undefined;
  private readonly database: Database;
  private readonly jobs = new Coalescer<number>(
    (shards) => this.warnOfFailure('a wake-up was not sent', this.send(shards)),
    () => PAUSE_MS.jobs,
  );
  private readonly notifications = new Coalescer<number>(
    (shards) => this.warnOfFailure('a notification was not sent', notifyAppended(this.database, shards)),
    () => PAUSE_MS.notifications,
  );

  constructor(
    { databaseUrl: url }: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    // Connections of its own, because wake-ups may be lost in a power cut, and so its commits need not wait for
    // the disk.
    const session = { name: 'garbanzo web jobs', role: 'garbanzo_web', durable: false } as const;
    this.database = new Database({ url, logger, max: 2, ...session });
  }

  /**
   * Returns at once. A wake-up that cannot be sent is logged and dropped: the worker checks by itself every
   * second.
   */
  wake(shard: number): void {
    this.notifications.add([shard]);
    this.jobs.add([shard]);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([this.notifications.settled(), this.jobs.settled()]);
    const boss = await this.boss?.catch(() => undefined);
    await boss?.stop({ graceful: false });
    await this.database.close();
  }

  private async warnOfFailure(warning: string, sending: Promise<void>): Promise<void> {
    await sending.catch((error: unknown) => this.logger.warn({ err: error }, warning));
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
