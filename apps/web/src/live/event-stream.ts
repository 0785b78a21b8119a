import type { ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from '../http/security-headers.js';

const HEADERS = {
  ...SECURITY_HEADERS,
  'content-type': 'text/event-stream; charset=utf-8',
  // A proxy passes each event on at once.
  'x-accel-buffering': 'no',
};

/** Milliseconds after which a browser comes back when a stream has ended. */
const RETRY_MS = 1_000;

/**
 * In bytes that the network has not taken yet. A reader who is slower than that has its stream ended, and comes back with what
 * it has read: what is kept for it must not grow. One message may be larger.
 */
export const MOST_PENDING = 64 * 1024;

/** Server-sent events to one reader: see https://html.spec.whatwg.org/multipage/server-sent-events.html */
export class EventStream {
  constructor(private readonly response: ServerResponse) {}

  /** What is sent to a stream that is over goes nowhere. */
  get isOver(): boolean {
    return this.response.writableEnded || this.response.destroyed;
  }

  /** However it ends. */
  onceOver(end: () => void): void {
    this.response.once('close', end);
  }

  begin(): void {
    this.response.writeHead(200, HEADERS);
    this.send(`retry: ${RETRY_MS}\n\n`);
  }

  send(message: string | Buffer): void {
    if (this.isOver) return;
    if (this.response.writableLength > MOST_PENDING) this.response.destroy();
    else this.response.write(message);
  }

  end(): void {
    this.response.end();
  }
}
