import { v7 as uuidv7 } from 'uuid';
import type { Random } from './random.js';

const RANDOM_BYTES = 16;

/** Ids as the app makes them: they begin with the time. */
export class Ids {
  constructor(private readonly random: Random) {}

  at({ epochMilliseconds: msecs }: Temporal.ZonedDateTime): string {
    return uuidv7({
      msecs,
      random: this.random.bytes(RANDOM_BYTES),
      seq: this.random.between(0, 2 ** 31 - 1),
    });
  }
}
