import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { PgBoss, type Job } from 'pg-boss';
import { Config, connectionOptions, LOGGER, type Logger } from '#libs/platform';
import { SCHEMA, WAKE_UPS } from './queues.js';

type Handler = (shards: readonly number[]) => Promise<void>;

const RETRY_MS = 1_000;

/**
 * With notify, two more settings matter: with batches of one, or without the burst, a job that is sent while another
 * is handled waits for the next poll. Delayed jobs are not notified at all, hence the poll of 2 s (seconds).
 */
const WORK = {
  batchSize: 64,
  burstWhenBatchFull: true,
  notifyPollingIntervalSeconds: 2,
  pollingIntervalSeconds: 1,
};

/** Hears which shards have news. */
@Injectable()
export class WakeUpReceiver implements BeforeApplicationShutdown {
  private starting: Promise<PgBoss | undefined> = Promise.resolve(undefined);
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Starts hearing, or goes on trying: the worker runs by its own looking until then. */
  receive(handle: Handler): void {
    this.starting = this.start(handle).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'wake-ups cannot be received yet');
      if (!this.stopped) this.retry = setTimeout(() => this.receive(handle), RETRY_MS);
      return undefined;
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    const boss = await this.starting;
    await boss?.stop({ graceful: true, timeout: 5_000 });
  }

  private async start(handle: Handler): Promise<PgBoss> {
    const boss = this.create();
    try {
      await boss.start();
      await boss.work<{ shard: number }>(WAKE_UPS, WORK, (jobs) => handle(shardsOf(jobs)));
      return boss;
    } catch (error) {
      await boss.stop({ graceful: false }).catch(() => undefined);
      throw error;
    }
  }

  /** On a pool of its own, because LISTEN holds a connection. */
  private create(): PgBoss {
    const { connectionString, options } = connectionOptions(this.config.databaseUrl, '', {
      role: 'garbanzo_worker',
      durable: false,
    });
    const boss = new PgBoss({
      connectionString: connectionString ?? this.config.databaseUrl,
      options: options ?? '',
      application_name: 'garbanzo worker jobs',
      max: 3,
      schema: SCHEMA,
      migrate: false,
      createSchema: false,
      schedule: false,
      useListenNotify: true,
    });
    boss.on('error', (error) => this.logger.warn({ err: error }, 'pg-boss'));
    return boss;
  }
}

function shardsOf(jobs: readonly Job<{ shard: number }>[]): number[] {
  return jobs.map(({ data }) => data.shard);
}
