import { Injectable } from '@nestjs/common';
import { currentReading } from './current-reading.js';
import { Reading } from './replica/reading.js';
import { Replica, type MustShow } from './replica/replica.js';
import type { Token } from './replica/standing.js';

/** Reads pages from the replica where that is right, and else from the primary. */
@Injectable()
export class PageReads {
  constructor(private readonly replica: Replica) {}

  /** Without a replica there is nothing to choose. */
  get hasReplica(): boolean {
    return this.replica.isConfigured;
  }

  /** Whether the page that is being made is read from the replica, and the replica shows this position of the log. */
  async show(token: Token): Promise<boolean> {
    return (await currentReading.getStore()?.shows(token)) === true;
  }

  /** Whether the page that is being made is read from the replica; if not, it counts as read from the primary. */
  async useReplica(): Promise<boolean> {
    const reading = currentReading.getStore();
    if ((await reading?.connection()) !== undefined) return true;
    reading?.usesPrimary();
    return false;
  }

  /**
   * Makes a page; a second time, from the primary, when the first one has failed at the replica: what is not there, such as
   * a list that somebody has just made, may well be at the primary.
   *
   * @param mustShow undefined if the page is to be read from the primary
   * @param make must change nothing, and need not end the reading if it throws
   */
  async read<Page>(mustShow: MustShow | undefined, make: (reading: Reading) => Promise<Page>): Promise<Page> {
    const reading = new Reading(this.replica, mustShow);
    try {
      return await currentReading.run(reading, () => make(reading));
    } catch (error) {
      if (!(await reading.usesReplica())) throw error;
      await reading.end();
      const again = new Reading(this.replica, undefined);
      return await currentReading.run(again, () => make(again));
    }
  }
}
