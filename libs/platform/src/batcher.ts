import { isReasonOfData } from './database-errors.js';

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Limits {
  readonly batch: number;
  readonly calls: number;
  readonly capacity?: number;
}

/** How many items wait when no limit is given: far above what one process can have in flight. */
const DEFAULT_CAPACITY = 10_000;

/**
 * Answers items in batches: while calls are in flight newcomers wait, and the next call takes all that wait.
 * There is no timer, so an idle system answers at once and a busy one shares its round trips.
 */
export class Batcher<Item, Answer> {
  private waiting: Waiting<Item, Answer>[] = [];
  private inFlight = 0;

  /**
   * @param answer answers the items of one call, in their order, or changes nothing
   * @param limits items per call, calls in flight at once, and items that may wait before `add` refuses
   */
  constructor(
    private readonly answer: (items: Item[]) => Promise<readonly Answer[]>,
    private readonly limits: Limits,
  ) {}

  /** @throws Error when too many wait already, or what the call threw that carried the item */
  add(item: Item): Promise<Answer> {
    if (this.waiting.length >= (this.limits.capacity ?? DEFAULT_CAPACITY)) {
      return Promise.reject(new Error('Too much is waiting for the database'));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      this.callSoon();
    });
  }

  /** After everything that has arrived was looked at, so that it travels together. */
  private callSoon(): void {
    setImmediate(() => this.callNext());
  }

  private callNext(): void {
    if (this.waiting.length > 0 && this.inFlight < this.limits.calls) {
      const batch = this.waiting.splice(0, this.limits.batch);
      this.inFlight += 1;
      void this.call(batch).finally(() => {
        this.inFlight -= 1;
        this.callSoon();
      });
    }
  }

  private async call(batch: Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.answer(batch.map(({ item }) => item));
      batch.forEach(({ resolve, reject }, index) => {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('A batch was answered short'));
        else resolve(answer);
      });
    } catch (error) {
      if (batch.length > 1 && isReasonOfData(error)) await this.callInHalves(batch);
      else batch.forEach(({ reject }) => reject(error));
    }
  }

  /** What is wrong with one item must not fail those that happened to come with it: it is narrowed down to that one. */
  private async callInHalves(batch: Waiting<Item, Answer>[]): Promise<void> {
    const half = Math.ceil(batch.length / 2);
    await this.call(batch.slice(0, half));
    await this.call(batch.slice(half));
  }
}
