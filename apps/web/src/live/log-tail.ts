import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { APPENDED, shardsIn } from '#libs/commands';
import { LOGGER, Notifications, type Logger } from '#libs/platform';
import { FindMissedChanges, ReadNewChanges, type Missed, type NewChanges } from '#libs/queries';
import { changed, here, reload } from './messages.js';
import type { OpenStream } from './open-stream.js';

/** So many are told at once what they have missed. */
const NEWCOMERS = 64;

/** However many notifications are lost, nobody hears later than that of what happened. */
const LOOK_AGAIN_MS = 1_000;

interface Newcomer {
  readonly stream: OpenStream;
  readonly joined: () => void;
  readonly failed: (error: unknown) => void;
}

/** How far a shard was read, for the streams of its workspaces. */
interface Tail {
  position: number;
  readonly streams: Map<string, Set<OpenStream>>;
}

/**
 * Reads the log for all streams of this process: what a new one has missed, and then whatever is appended to its shard. One
 * round is made at a time, so that between what was missed and what is new nothing is left out; what a stream has heard
 * already, it is not told again. Notifications only say when to look.
 */
@Injectable()
export class LogTail {
  private newcomers: Newcomer[] = [];
  private readonly tails = new Map<number, Tail>();
  private readonly withNews = new Set<number>();
  private rounds: Promise<void> | undefined;
  private nextLook: NodeJS.Timeout | undefined;

  constructor(
    private readonly queries: QueryBus,
    notifications: Notifications,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    notifications.hear(APPENDED, (payload) => this.look(shardsIn(payload)));
    notifications.whenConnected(() => this.look(this.tails.keys()));
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
    const streams = tail?.streams.get(stream.workspaceId);
    if (tail === undefined || streams?.delete(stream) !== true) return;
    if (streams.size === 0) tail.streams.delete(stream.workspaceId);
    if (tail.streams.size === 0) this.tails.delete(stream.shard);
  }

  /** After the last stream has left. */
  async settled(): Promise<void> {
    clearTimeout(this.nextLook);
    await this.rounds;
    clearTimeout(this.nextLook);
  }

  private look(shards: Iterable<number>): void {
    for (const shard of shards) if (this.tails.has(shard)) this.withNews.add(shard);
    this.work();
  }

  private work(): void {
    this.rounds ??= this.workOn().finally(() => {
      this.rounds = undefined;
      this.lookLater();
    });
  }

  private async workOn(): Promise<void> {
    while (this.newcomers.length > 0 || this.withNews.size > 0) {
      await this.welcome(this.newcomers.splice(0, NEWCOMERS));
      const isRead = await this.readNews();
      if (!isRead) return;
    }
  }

  private lookLater(): void {
    clearTimeout(this.nextLook);
    if (this.tails.size > 0)
      this.nextLook = setTimeout(() => this.look(this.tails.keys()), LOOK_AGAIN_MS).unref();
  }

  private async welcome(newcomers: readonly Newcomer[]): Promise<void> {
    if (newcomers.length === 0) return;
    try {
      const missed = await this.queries.execute(new FindMissedChanges(newcomers.map(({ stream }) => stream)));
      newcomers.forEach(({ stream, joined }, nth) => {
        const found = missed[nth];
        if (found !== undefined && !stream.isOver) this.begin(stream, found);
        joined();
      });
    } catch (error) {
      for (const { failed } of newcomers) failed(error);
    }
  }

  private begin(stream: OpenStream, { head, changes }: Missed): void {
    const { shard, workspaceId } = stream;
    const tail = this.tails.get(shard) ?? { position: head, streams: new Map<string, Set<OpenStream>>() };
    const streams = tail.streams.get(workspaceId) ?? new Set();
    this.tails.set(shard, tail);
    tail.streams.set(workspaceId, streams.add(stream));
    if (changes === 'too-much') stream.begin(head, reload(head));
    else stream.begin(head, changes.length === 0 ? here(head) : changed(changes));
  }

  /** @returns false when the database did not answer: it is asked again a moment later */
  private async readNews(): Promise<boolean> {
    const shards = [...this.withNews].flatMap((shard) => {
      const tail = this.tails.get(shard);
      return tail === undefined ? [] : [{ shard, tail }];
    });
    this.withNews.clear();
    if (shards.length === 0) return true;
    try {
      const read = await this.queries.execute(
        new ReadNewChanges(
          shards.map(({ shard, tail: { position } }) => ({ shard, position })),
          shards.flatMap(({ tail }) => [...tail.streams.keys()]),
        ),
      );
      for (const news of read) this.tell(news);
      return true;
    } catch (error) {
      this.logger.debug({ err: error }, 'cannot read the log for open pages yet');
      return false;
    }
  }

  private tell({ shard, position, isFull, changes }: NewChanges): void {
    const tail = this.tails.get(shard);
    if (tail === undefined) return;
    tail.position = Math.max(tail.position, position);
    if (isFull) this.withNews.add(shard);
    for (const [workspaceId, ofWorkspace] of Map.groupBy(changes, (change) => change.workspaceId)) {
      const message = Buffer.from(changed(ofWorkspace));
      for (const stream of tail.streams.get(workspaceId) ?? []) stream.tell(ofWorkspace, message);
    }
  }
}
