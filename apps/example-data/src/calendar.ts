import { ZONE } from './people.js';
import type { Random } from './random.js';

/** The days of the year that is made up, the last one included. */
export function* daysUpTo(last: Temporal.PlainDate, count: number): Generator<Temporal.PlainDate> {
  for (let left = count - 1; left >= 0; left -= 1) yield last.subtract({ days: left });
}

/** Some moment of a day, between two hours of the clock. */
export function someTime(random: Random, day: Temporal.PlainDate, from: number, to: number) {
  const plainTime = { hour: random.between(from, to - 1), minute: random.between(0, 59) };
  const second = random.between(0, 59);
  return day.toZonedDateTime({
    timeZone: ZONE,
    plainTime: Temporal.PlainTime.from({ ...plainTime, second }),
  });
}
