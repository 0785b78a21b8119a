/**
 * Works through shards one after the other, a batch at a time, so that a shard with a long backlog holds up nobody. A
 * shard that is named again while it waits is done once; one that is named while it is worked on is looked at again.
 */
export class Lane {
  private readonly waiting = new Set<number>();
  private draining: Promise<void> | undefined;

  /** @param workOn folds one batch of a shard and says whether there is more; errors are its own business */
  constructor(private readonly workOn: (shard: number) => Promise<boolean>) {}

  /** Resolves when nothing waits any more. */
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
      // Deleted first: a shard that is added from here on comes round again at the end of the set.
      this.waiting.delete(shard);
      if (await this.workOn(shard)) this.waiting.add(shard);
    }
  }
}
