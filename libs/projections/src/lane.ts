/**
 * Works through shards in turn, one batch at a time, so that a shard with a long backlog does not delay the
 * others. A shard that is added twice while waiting is processed once; one that is added while it is being
 * processed is processed again afterwards.
 */
export class Lane {
  private readonly waiting = new Set<number>();
  private draining: Promise<void> | undefined;

  /** @param workOn folds one batch of a shard and returns whether there is more; it must not reject */
  constructor(private readonly workOn: (shard: number) => Promise<boolean>) {}

  /** Resolves when no shard is waiting any more. */
  add(shards: readonly number[]): Promise<void> {
    for (const shard of shards) this.waiting.add(shard);
    this.draining ??= this.drain().finally(() => (this.draining = undefined));
    return this.draining;
  }

  async stop(): Promise<void> {
    this.waiting.clear();
    await this.draining;
  }

  private async drain(): Promise<void> {
    for (const shard of this.waiting) {
      // Deleted before the work, so that a shard added meanwhile goes to the end of the set and is processed
      // again.
      this.waiting.delete(shard);
      if (await this.workOn(shard)) this.waiting.add(shard);
    }
  }
}
