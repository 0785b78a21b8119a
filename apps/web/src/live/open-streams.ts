import { HttpStatus, Injectable } from '@nestjs/common';
import { ToldError } from '../http/told.error.js';
import type { OpenStream } from './open-stream.js';

/** Of one process: twice what it was measured with. Of one account: more than anybody has open. */
const MOST = { all: 10_000, ofAccount: 64 };

/** All that this process has, and no more than it can bear. */
@Injectable()
export class OpenStreams implements Iterable<OpenStream> {
  private readonly byAccount = new Map<string, Set<OpenStream>>();
  size = 0;

  /** @throws ToldError when there are too many */
  add(stream: OpenStream): void {
    const ofAccount = this.byAccount.get(stream.accountId) ?? new Set();
    if (this.size >= MOST.all || ofAccount.size >= MOST.ofAccount)
      throw new ToldError(HttpStatus.TOO_MANY_REQUESTS, 'problems.too-many-open');
    this.byAccount.set(stream.accountId, ofAccount.add(stream));
    this.size += 1;
  }

  delete(stream: OpenStream): void {
    const ofAccount = this.byAccount.get(stream.accountId);
    if (ofAccount?.delete(stream) !== true) return;
    this.size -= 1;
    if (ofAccount.size === 0) this.byAccount.delete(stream.accountId);
  }

  ofAccount(accountId: string): Iterable<OpenStream> {
    return this.byAccount.get(accountId) ?? [];
  }

  *[Symbol.iterator](): Iterator<OpenStream> {
    for (const streams of this.byAccount.values()) yield* streams;
  }
}
