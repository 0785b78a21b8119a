import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { APPENDED, shardsIn } from '#libs/commands';
import { LOGGER, Notifications, type Logger } from '#libs/platform';
import { FindHeads, FindMissedChanges, ReadNewChanges } from '#libs/queries';
import type { OpenStream } from './open-stream.js';
import { ShardTail } from './shard-tail.js';

/** So many are told at once what they have missed. */
const NEWCOMERS = 64;

/** However many notifications are lost, nobody hears later than that of what happened. */
const COMPARE_MS = 1_000;

interface Newcomer {
  readonly stream: OpenStream;
  readonly joined: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Reads the log for all streams of this process: what a new one has missed, and then whatever is appended to its shard. One
 * statement is under way at a time, so that between what was missed and what is new nothing is left out; what a stream has
 * heard already, it is not told again. Notifications only say where to read.
 */
@Injectable()
export class LogTail {
  private newcomers: Newcomer[] = [];
  private readonly tails = new Map<number, ShardTail>();
  private readonly withNews = new Set<number>();
  private isToCompare = false;
  private working: Promise<void> | undefined;
  private nextCompare: NodeJS.Timeout | undefined;

  constructor(
    private readonly queries: QueryBus,
    notifications: Notifications,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    notifications.hear(APPENDED, (payload) => this.hasNews(shardsIn(payload)));
    notifications.whenConnected(() => this.compareAll());
  }

  /** Resolves once the stream has begun. @throws what the database throws; then it has not */
  join(stream: OpenStream): Promise<void> {
    return new Promise((joined, failed) => {
      this.newcomers.push({ stream, joined, failed });
      this.work();
    });
  }

  leave(stream: OpenStream): void {
    const tail = this.tails.get(stream.shard);
    tail?.delete(stream);
    if (tail?.isEmpty === true) this.tails.delete(stream.shard);
  }

  /** Once nobody joins any more. */
  async settled(): Promise<void> {
    await this.working;
    clearTimeout(this.nextCompare);
  }

  private hasNews(shards: readonly number[]): void {
    for (const shard of shards) if (this.tails.has(shard)) this.withNews.add(shard);
    if (this.withNews.size > 0) this.work();
  }

  private compareAll(): void {
    clearTimeout(this.nextCompare);
    this.nextCompare = undefined;
    if (this.tails.size === 0) return;
    this.isToCompare = true;
    this.work();
  }

  /** What fails is done again by the next comparison. */
  private work(): void {
    this.working ??= this.workOn()
      .catch((error: unknown) => this.logger.debug({ err: error }, 'cannot read the log for open pages yet'))
      .finally(() => {
        this.working = undefined;
        // Not put off by what is done meanwhile: news may come all the time.
        this.nextCompare ??= setTimeout(() => this.compareAll(), COMPARE_MS).unref();
        // Somebody may have come just behind the last look.
        if (this.newcomers.length > 0 || this.withNews.size > 0) this.work();
      });
  }

  private async workOn(): Promise<void> {
    while (this.newcomers.length > 0 || this.isToCompare || this.withNews.size > 0) {
      await this.welcome(this.newcomers.splice(0, NEWCOMERS));
      if (this.isToCompare) await this.compare();
      await this.readNews();
    }
  }

  private async welcome(newcomers: readonly Newcomer[]): Promise<void> {
    if (newcomers.length === 0) return;
    try {
      const streams = newcomers.map(({ stream }) => stream);
      const missed = await this.queries.execute(new FindMissedChanges(streams));
      newcomers.forEach(({ stream, joined }, nth) => {
        const found = missed[nth];
        if (found !== undefined && !stream.isOver) this.tailOf(stream.shard, found.head).begin(stream, found);
        joined();
      });
    } catch (error) {
      for (const { failed } of newcomers) failed(error);
    }
  }

  private tailOf(shard: number, head: number): ShardTail {
    const tail = this.tails.get(shard) ?? new ShardTail(head);
    this.tails.set(shard, tail);
    return tail;
  }

  /** Finds what nobody has notified of. */
  private async compare(): Promise<void> {
    this.isToCompare = false;
    const heads = await this.queries.execute(new FindHeads());
    for (const { shard, position } of heads) {
      const tail = this.tails.get(shard);
      if (tail !== undefined && position < tail.position) tail.setBack(position);
      else if (tail !== undefined && position > tail.position) this.withNews.add(shard);
    }
  }

  private async readNews(): Promise<void> {
    const tails = [...this.withNews].flatMap((shard) => {
      const tail = this.tails.get(shard);
      return tail === undefined ? [] : [{ shard, position: tail.position, tail }];
    });
    this.withNews.clear();
    if (tails.length === 0) return;
    const workspaceIds = tails.flatMap(({ tail }) => tail.workspaceIds);
    for (const news of await this.queries.execute(new ReadNewChanges(tails, workspaceIds))) {
      if (news.isFull) this.withNews.add(news.shard);
      this.tails.get(news.shard)?.tell(news);
    }
  }
}
