import { Inject, Injectable, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { sql } from 'kysely';
import { Config, Listener, LOGGER, type Logger } from '#libs/platform';
import { CHANNEL } from './announcement.js';
import { ReadModel } from './read-model.js';

interface Place {
  readonly projection: string;
  readonly version: number;
  readonly shard: number;
  readonly position: number;
}

const LONGEST_WAIT_MS = 1_000;
const LOOK_AGAIN_MS = 25;

/**
 * Holds a page until the projection behind it has reached what its reader has just written. A worker's announcement
 * ends the wait at once; looking again now and then makes up for announcements that were lost.
 */
@Injectable()
export class PositionWaiter implements OnModuleInit, BeforeApplicationShutdown {
  private readonly waiting = new Set<Place & { readonly arrived: () => void }>();
  private readonly listener: Listener;

  constructor(
    private readonly readModel: ReadModel,
    config: Config,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.listener = new Listener({
      url: config.databaseUrl,
      name: 'garbanzo web',
      role: 'garbanzo_web',
      channel: CHANNEL,
      logger,
      onNotification: (payload) => this.heard(payload),
    });
  }

  onModuleInit(): void {
    // Not awaited: web starts while the database is away.
    void this.listener.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.listener.close();
  }

  /** Whether the place was reached within a second. */
  async reached(place: Place): Promise<boolean> {
    const deadline = Date.now() + LONGEST_WAIT_MS;
    while (Date.now() < deadline) {
      const announced = this.announced(place);
      if (await this.isThere(place)) return true;
      if (await announced) return true;
    }
    return false;
  }

  private async isThere({ projection, version, shard, position }: Place): Promise<boolean> {
    const { rows } = await sql`
      select from generations g join checkpoints c on c.generation = g.id and c.shard = ${shard}
      where g.projection = ${projection} and g.version = ${version} and g.state = 'live'
        and c.position >= ${position}`.execute(this.readModel.kysely);
    return rows.length > 0;
  }

  /** Whether a worker says, before it is time to look again, that it has come that far. */
  private announced(place: Place): Promise<boolean> {
    return new Promise((resolve) => {
      const waiter = { ...place, arrived: () => end(true) };
      const timer = setTimeout(() => end(false), LOOK_AGAIN_MS);
      const end = (arrived: boolean) => {
        clearTimeout(timer);
        this.waiting.delete(waiter);
        resolve(arrived);
      };
      this.waiting.add(waiter);
    });
  }

  private heard(payload: string): void {
    const [projection, version, shard, position] = payload.split(' ');
    for (const waiter of this.waiting) {
      const isShape = waiter.projection === projection && waiter.version === Number(version);
      const isReached = waiter.shard === Number(shard) && waiter.position <= Number(position);
      if (isShape && isReached) waiter.arrived();
    }
  }
}
