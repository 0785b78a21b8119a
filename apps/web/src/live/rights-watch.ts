import { Inject, Injectable } from '@nestjs/common';
import { RIGHTS_CHANGED } from '#libs/accounts';
import { Coalescer, LOGGER, Notifications, type Logger } from '#libs/platform';
import { hasRight, WhoAsks } from '../access/index.js';
import { GONE } from './messages.js';
import type { OpenStream } from './open-stream.js';
import { OpenStreams } from './open-streams.js';
import { Presence } from './presence.js';

/** Looked at together, in one statement. */
const TOGETHER = 128;

/** What ends by itself, such as a session that nobody uses, is found out so much later at the most. */
const LOOK_AGAIN_MS = 60_000;

/**
 * Ends the streams of those who may not read any more. The database says whose rights may have changed; everybody is looked
 * at once a minute besides, a few at a time, and after the connection that listens was away.
 */
@Injectable()
export class RightsWatch {
  private readonly looks = new Coalescer<OpenStream>(
    (streams) => this.lookAtAll(streams),
    () => 0,
  );

  constructor(
    private readonly streams: OpenStreams,
    private readonly who: WhoAsks,
    private readonly presence: Presence,
    notifications: Notifications,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    notifications.hear(RIGHTS_CHANGED, (accountId) => this.lookAt(streams.ofAccount(accountId)));
    notifications.whenConnected(() => this.lookAt(streams));
  }

  /** Soon, and until the database has answered. */
  lookAt(streams: Iterable<OpenStream>): void {
    const doubtful = [...streams];
    for (const stream of doubtful) stream.allowedAt = 0;
    this.looks.add(doubtful);
  }

  tick(now: number): void {
    const due = [...this.streams].filter(({ allowedAt }) => now - allowedAt >= LOOK_AGAIN_MS);
    this.looks.add(due.slice(0, TOGETHER));
  }

  async settled(): Promise<void> {
    await this.looks.settled();
  }

  private async lookAtAll(streams: readonly OpenStream[]): Promise<void> {
    const open = streams.filter(({ isOver }) => !isOver);
    for (let first = 0; first < open.length; first += TOGETHER)
      await Promise.all(open.slice(first, first + TOGETHER).map((stream) => this.look(stream)));
  }

  private async look(stream: OpenStream): Promise<void> {
    try {
      const begunAt = Date.now();
      stream.allowedAt = begunAt;
      const reader = await this.who.still(stream.shown, stream.workspaceId);
      if (reader === undefined || !hasRight(reader, 'read')) stream.end(GONE);
      else if (stream.isReadBy(reader)) this.presence.change(stream);
    } catch (error) {
      stream.allowedAt = 0;
      this.logger.debug({ err: error }, 'cannot look yet whether a page may still be open');
    }
  }
}
