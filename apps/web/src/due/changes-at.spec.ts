import { expect, it } from '@jest/globals';
import { inLocale } from '../locales/index.js';
import { changesAt } from './index.js';

const zone = 'Europe/Berlin';
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone);
const day = { dueOn: '2026-11-27', dueTime: null, dueZone: null };
const six = { dueOn: '2026-11-27', dueTime: '18:00', dueZone: zone };
const next = (dues: Parameters<typeof changesAt>[0], now: string) =>
  inLocale({ language: 'en', timeZone: zone }, () => changesAt(dues, at(now)));

it.each([
  ['midnight, for a day', [day], '2026-11-27T12:00', '2026-11-28T00:00'],
  ['midnight, however long ago the day was', [day], '2031-11-27T23:59:59', '2031-11-28T00:00'],
  ['midnight, after a time', [six], '2026-11-27T18:01', '2026-11-28T00:00'],
  ['midnight, before a time on another day', [six], '2026-11-25T12:00', '2026-11-26T00:00'],
  ['midnight on a day of 25 hours', [day], '2026-10-25T00:00', '2026-10-26T00:00'],
])('what rows say changes at %s', (_, dues, now, expected) => {
  expect(next(dues, now)).toBe(at(expected).epochMilliseconds);
});

it('what rows say changes as soon as a time has passed', () => {
  expect(next([day, six], '2026-11-27T12:00')).toBe(at('2026-11-27T18:00').epochMilliseconds + 1);
  expect(next([six], '2026-11-27T18:00')).toBe(at('2026-11-27T18:00').epochMilliseconds + 1);
});

it('what rows say never changes by itself when nothing is due', () => {
  const never = { dueOn: null, dueTime: null, dueZone: null };
  expect([next([], '2026-11-27T12:00'), next([never], '2026-11-27T12:00')]).toEqual([Infinity, Infinity]);
});
