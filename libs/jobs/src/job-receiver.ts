import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { PgBoss, type Job } from 'pg-boss';
import { Config, connectionOptions, LOGGER, settling, type Logger } from '#libs/platform';
import { REPLAYS, SCHEMA, WAKE_UPS } from './queues.js';
import type { ReplayRequest } from './request-replay.js';

export interface JobHandlers {
  readonly onWakeUps: (shards: readonly number[]) => Promise<void>;
  /**
   * @param signal aborted when the replay must stop, because the worker is shutting down or another one has
   *   taken it over
   */
  readonly onReplay: (request: ReplayRequest, signal: AbortSignal) => Promise<void>;
}

const RETRY_MS = 1_000;

/** How often expired jobs are looked for: the wake-ups of their shards wait until then. */
const LOOK_FOR_EXPIRED = { superviseIntervalSeconds: 10, monitorIntervalSeconds: 10 };

/**
 * pg-boss notifies us of new jobs. Without large batches and the burst, a job that is sent while another is
 * handled would wait for the next poll. Delayed jobs are not notified, so we also poll every 2 s.
 */
const WAKE_UP_WORK = {
  batchSize: 64,
  burstWhenBatchFull: true,
  notifyPollingIntervalSeconds: 2,
  pollingIntervalSeconds: 1,
};

/**
 * A replay that is requested just before the previous one has ended is not notified. Without this setting it
 * would wait for up to 30 s.
 */
const REPLAY_WORK = { notifyPollingIntervalSeconds: 2 };

/** Receives wake-ups and requests for replays. */
@Injectable()
export class JobReceiver implements BeforeApplicationShutdown {
  private starting: Promise<PgBoss | undefined> = Promise.resolve(undefined);
  private retry: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Starts to receive jobs, and retries until it succeeds. Until then the worker finds new events through its
   * own comparison, once a second.
   */
  receive(handlers: JobHandlers): void {
    this.starting = this.start(handlers).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'jobs cannot be received yet');
      if (!this.stopped) this.retry = setTimeout(() => this.receive(handlers), RETRY_MS);
      return undefined;
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    const boss = await this.starting;
    await boss?.stop({ graceful: true, timeout: 5_000 });
  }

  private async start({ onWakeUps, onReplay }: JobHandlers): Promise<PgBoss> {
    const boss = this.create();
    try {
      await boss.start();
      await boss.work<{ shard: number }>(WAKE_UPS, WAKE_UP_WORK, (jobs) => onWakeUps(shardsOf(jobs)));
      await boss.work<ReplayRequest>(REPLAYS, REPLAY_WORK, async (jobs) => {
        for (const { data, signal } of jobs) await onReplay(data, signal);
      });
      return boss;
    } catch (error) {
      await boss.stop({ graceful: false }).catch(() => undefined);
      throw error;
    }
  }

  /** With its own pool, because LISTEN occupies a connection. */
  private create(): PgBoss {
    const session = { role: 'garbanzo_worker', durable: false } as const;
    const { types: _ours, ...connection } = connectionOptions(
      this.config.databaseUrl,
      'garbanzo worker jobs',
      session,
    );
    // pg-boss passes options that it does not know on to its pool.
    const boss = new PgBoss({
      ...connection,
      ...settling(session),
      ...LOOK_FOR_EXPIRED,
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
