import { Injectable } from '@nestjs/common';
import { TooBusyError } from './too-busy.error.js';

/** One folds while PostgreSQL reads for the other. More would only take longer each, and take connections from others. */
const AT_ONCE = 2;

const MOST_WAITING = 50;
const LONGEST_WAIT_MS = 10_000;

/**
 * Lets only some of the questions about the past be answered at once, in the order in which they came: each may
 * read very many events, and people who look at the present must not wait for that.
 */
@Injectable()
export class LongReads {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @throws TooBusyError if too many are waiting already, or its turn has not come in time */
  async run<Answer>(read: () => Promise<Answer>): Promise<Answer> {
    if (this.running < AT_ONCE) this.running += 1;
    else await this.wait();
    try {
      return await read();
    } finally {
      this.handOn();
    }
  }

  /** Whoever waits takes the place as it is, so that nobody who comes just now can take it before. */
  private handOn(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }

  private wait(): Promise<void> {
    if (this.waiting.length >= MOST_WAITING) return Promise.reject(new TooBusyError());
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(begin), 1);
        reject(new TooBusyError());
      }, LONGEST_WAIT_MS);
      this.waiting.push(begin);
    });
  }
}
