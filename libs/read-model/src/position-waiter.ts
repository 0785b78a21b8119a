import { Injectable } from '@nestjs/common';
import { Notifications } from '#libs/platform';
import { CHANNEL } from './announcement.js';
import { lookAt, type Place } from './look-at-places.js';
import { ReadModel } from './read-model.js';

interface Waiter {
  readonly place: Place;
  /** Whether a look has begun since this one came. */
  wasLookedFor: boolean;
  readonly answer: (reached: boolean) => void;
  readonly fail: (error: unknown) => void;
}

const LONGEST_WAIT_MS = 1_000;
const LOOK_AGAIN_MS = 25;

/** Far more than ever wait when all is well; those who come on top are told at once that the page is catching up. */
const MOST_WAITERS = 256;

/**
 * Holds a page until the projection behind it has reached what its reader has just written. A worker's announcement
 * ends the wait at once; looking again now and then makes up for announcements that were lost. There is never more than
 * one look at a time, for all who wait: addresses that name any position must not keep the database busy.
 */
@Injectable()
export class PositionWaiter {
  private readonly waiting = new Set<Waiter>();
  private isLooking = false;
  private nextLook: NodeJS.Timeout | undefined;

  constructor(
    private readonly readModel: ReadModel,
    notifications: Notifications,
  ) {
    notifications.hear(CHANNEL, (payload) => this.heard(payload));
  }

  /**
   * Whether the tables show everything up to this place; waits up to a second for it. A place ahead of the log counts as
   * shown: there is nothing that the tables could lack.
   */
  reached(place: Place): Promise<boolean> {
    if (this.waiting.size >= MOST_WAITERS) return Promise.resolve(false);
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        this.waiting.delete(waiter);
      };
      const waiter: Waiter = {
        place,
        wasLookedFor: false,
        answer: (reached) => (end(), resolve(reached)),
        fail: (error) => (end(), reject(error instanceof Error ? error : new Error(String(error)))),
      };
      const timer = setTimeout(() => waiter.answer(false), LONGEST_WAIT_MS);
      this.waiting.add(waiter);
      this.lookNow();
    });
  }

  /** Whoever comes while a look is under way is looked for by the next one: the log may have grown since it began. */
  private lookNow(): void {
    if (this.isLooking) return;
    clearTimeout(this.nextLook);
    this.isLooking = true;
    void this.look([...this.waiting]).finally(() => {
      this.isLooking = false;
      this.lookAgain();
    });
  }

  private async look(waiters: readonly Waiter[]): Promise<void> {
    for (const waiter of waiters) waiter.wasLookedFor = true;
    try {
      const places = waiters.map(({ place }) => place);
      const isSettled = await lookAt(places, this.readModel);
      for (const waiter of waiters) if (isSettled(waiter.place)) waiter.answer(true);
    } catch (error) {
      for (const waiter of waiters) waiter.fail(error);
    }
  }

  private lookAgain(): void {
    const waiters = [...this.waiting];
    if (waiters.some(({ wasLookedFor }) => !wasLookedFor)) this.lookNow();
    else if (waiters.length > 0) this.nextLook = setTimeout(() => this.lookNow(), LOOK_AGAIN_MS);
  }

  private heard(payload: string): void {
    const [projection, version, shard, position] = payload.split(' ');
    for (const { place, answer } of this.waiting) {
      const isShape = place.projection === projection && place.version === Number(version);
      const isReached = place.shard === Number(shard) && place.position <= Number(position);
      if (isShape && isReached) answer(true);
    }
  }
}
