import { describe, expect, it } from '@jest/globals';
import { inLocale, secondOf } from '../locales/index.js';
import { parseMoment } from './moment.js';

const inBerlin = <Result>(work: () => Result) =>
  inLocale({ language: 'en', timeZone: 'Europe/Berlin' }, work);

describe('a moment in an address', () => {
  it.each([
    ['2026-11-24', '2026-11-24T00:00:00.000000Z'],
    ['2026-11-24T14:03', '2026-11-24T14:03:00.000000Z'],
    ['2026-11-24T14:03Z', '2026-11-24T14:03:00.000000Z'],
    ['2026-11-24T14:03:22.5Z', '2026-11-24T14:03:22.500000Z'],
    ['2026-11-24T14:03:22.123456Z', '2026-11-24T14:03:22.123456Z'],
    ['2026-11-24T14:03:22.1234567Z', '2026-11-24T14:03:22.123456Z'],
    ['2026-11-24T14:03:22.12345', '2026-11-24T14:03:22.123450Z'],
    ['2026-11-24T01:30:00.000001+02:00', '2026-11-23T23:30:00.000001Z'],
    ['2026-11-24T01:30 02:00', '2026-11-23T23:30:00.000000Z'],
    ['2026-11-24T23:30-01:00', '2026-11-25T00:30:00.000000Z'],
    ['0001-01-01', '0001-01-01T00:00:00.000000Z'],
  ])('is read to the microsecond, in UTC unless it says otherwise: %s', (text, moment) => {
    expect(parseMoment(text)).toBe(moment);
  });

  it.each([
    '',
    'yesterday',
    '2026',
    '2026-02-30',
    '2026-11-24T25:00',
    '2026-11-24T14:03:22.Z',
    '2026-11-24T14:03+02:00Z',
    '0000-01-01',
    '0001-01-01T00:00+02:00',
    '9999-12-31T23:59-02:00',
    '+012026-11-24',
    '2026-11-24; drop',
  ])('is none: %j', (text) => {
    expect(parseMoment(text)).toBeUndefined();
  });

  it.each([
    ['2026-11-24', '2026-11-23T23:00:00.000000Z'],
    ['2026-07-01T14:03:22.123456', '2026-07-01T12:03:22.123456Z'],
    ['2026-11-24T14:03Z', '2026-11-24T14:03:00.000000Z'],
    // The hour that is left out in spring, and the one that comes twice in autumn.
    ['2026-03-29T02:30', '2026-03-29T01:30:00.000000Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000000Z'],
  ])("is in the reader's zone unless it says otherwise: %s", (text, moment) => {
    expect(inBerlin(() => parseMoment(text))).toBe(moment);
  });

  it("is put into a field to the second, in the reader's zone", () => {
    const moment = new Date('2026-11-24T14:03:22.500Z');
    expect([secondOf(moment), inBerlin(() => secondOf(moment))]).toEqual([
      '2026-11-24T14:03:22',
      '2026-11-24T15:03:22',
    ]);
  });
});
