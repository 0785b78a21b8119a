import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from '#libs/platform';
import { LogTail } from './log-tail.js';
import type { OpenStream } from './open-stream.js';
import { OpenStreams } from './open-streams.js';
import { Presence } from './presence.js';
import { RightsWatch } from './rights-watch.js';

const SECOND = 1_000;

/** Proxies, and browsers, take a connection for dead on which nothing is said for a minute, some sooner. */
const BEAT_MS = 20 * SECOND;

/** The pages that are open, from their beginning to their end. */
@Injectable()
export class LivePages implements OnModuleInit, OnModuleDestroy {
  private ticking: NodeJS.Timeout | undefined;
  private isClosing = false;

  constructor(
    private readonly streams: OpenStreams,
    private readonly tail: LogTail,
    private readonly rights: RightsWatch,
    private readonly presence: Presence,
    { registry }: Metrics,
  ) {
    const gauge: Gauge = new Gauge({
      name: 'garbanzo_live_streams',
      help: 'Pages that are open and are told what changes',
      registers: [registry],
      collect: () => gauge.set(streams.size),
    });
  }

  onModuleInit(): void {
    this.ticking = setInterval(() => this.tick(Date.now()), SECOND).unref();
  }

  /** Before the server waits for what it still answers. The browsers come back, to another process. */
  async onModuleDestroy(): Promise<void> {
    this.isClosing = true;
    clearInterval(this.ticking);
    await this.presence.close();
    for (const stream of this.streams) stream.end();
    await Promise.all([this.tail.settled(), this.rights.settled()]);
  }

  /** Resolves once it has begun. @throws what is to be answered instead */
  async open(stream: OpenStream, onceOver: (leave: () => void) => void): Promise<void> {
    this.streams.add(stream);
    onceOver(() => this.leave(stream));
    await this.tail.join(stream);
    // What was taken from its reader since they were let in was not heard of for this stream.
    this.rights.lookAt([stream]);
    this.presence.enter(stream);
    if (this.isClosing) stream.end();
  }

  /** Each second. */
  tick(now: number): void {
    for (const stream of this.streams) stream.beat(now, BEAT_MS);
    this.rights.tick(now);
    this.presence.tick(now);
  }

  private leave(stream: OpenStream): void {
    this.streams.delete(stream);
    this.tail.leave(stream);
    this.presence.leave(stream);
  }
}
