import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Batcher, LOGGER, type Logger } from '#libs/platform';

/** Enough for a household, and not so many that a flood of requests holds up other work. */
const LIMITS = { batch: 1, calls: 2, capacity: 500 };

/**
 * Does what an answer must not wait for: neither how long it takes nor whether it works tells the asker anything. It is not
 * kept anywhere, so that no secret is; what is lost with a process that is killed can be asked for again.
 */
@Injectable()
export class AfterAnswer implements BeforeApplicationShutdown {
  private readonly underWay = new Set<Promise<void>>();
  private readonly work = new Batcher<() => Promise<void>, true>(async ([task]) => {
    await task?.();
    return [true];
  }, LIMITS);

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  /** @param name of what is done, for the log */
  do(name: string, task: () => Promise<void>): void {
    const done: Promise<void> = this.attempt(name, task).finally(() => this.underWay.delete(done));
    this.underWay.add(done);
  }

  private async attempt(name: string, task: () => Promise<void>): Promise<void> {
    try {
      // What it says is said to who was answered, also when it is done behind the work for somebody else.
      await this.work.add(AsyncLocalStorage.bind(task));
    } catch (error) {
      this.logger.error({ err: error }, `${name} has failed`);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underWay);
  }
}
