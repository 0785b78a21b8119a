import { describe, expect, it } from '@jest/globals';
import { makeYear } from './year.js';

const WORKSPACE = '00000000-0000-7000-8000-000000000001';

const yearUpTo = (now: string) => makeYear(WORKSPACE, Temporal.ZonedDateTime.from(now), () => undefined);

describe('the made-up year', () => {
  it.each([
    ['any day', '2026-11-28T12:00[Europe/Berlin]'],
    ['a leap day', '2028-02-29T23:59[Europe/Berlin]'],
    ['the hour that comes twice', '2026-10-25T02:30+01:00[Europe/Berlin]'],
  ])('up to %s has nothing that the app would refuse, in order and not later', (_, now) => {
    const times = yearUpTo(now).map(({ recordedAt }) => recordedAt.getTime());
    expect(times.length).toBeGreaterThan(10_000);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times.at(-1)).toBeLessThanOrEqual(Temporal.ZonedDateTime.from(now).epochMilliseconds);
  });

  it('is the same whenever it is made up to the same moment', () => {
    const now = '2026-11-28T12:00[Europe/Berlin]';
    expect(yearUpTo(now)).toEqual(yearUpTo(now));
  });
});
