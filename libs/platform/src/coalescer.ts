import { setTimeout as pause } from 'node:timers/promises';

/**
 * Hands on items in groups, one group at a time: those that come while a group is worked on, and for a pause after
 * that, are the next group. The first one is handed on at once.
 */
export class Coalescer<Item> {
  private readonly waiting = new Set<Item>();
  private working: Promise<void> | undefined;

  /**
   * @param work must not reject
   * @param pauseMs milliseconds between two groups, by how many the last one took
   */
  constructor(
    private readonly work: (items: readonly Item[]) => Promise<void>,
    private readonly pauseMs: (tookMs: number) => number,
  ) {}

  add(items: Iterable<Item>): void {
    for (const item of items) this.waiting.add(item);
    this.working ??= this.workOn().finally(() => (this.working = undefined));
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    await this.working;
  }

  private async workOn(): Promise<void> {
    while (this.waiting.size > 0) {
      const items = [...this.waiting];
      this.waiting.clear();
      const begun = performance.now();
      await this.work(items);
      await pause(this.pauseMs(performance.now() - begun));
    }
  }
}
