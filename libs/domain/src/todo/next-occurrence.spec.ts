import { describe, expect, it } from '@jest/globals';
import { nextOccurrence } from './next-occurrence.js';
import type { Recurrence } from './recurrence.js';

const aRule = (rule: Partial<Recurrence>): Recurrence => ({
  every: 1,
  unit: 'day',
  weekdays: [],
  on: 'day',
  from: 'due',
  until: null,
  times: null,
  start: '2026-11-27',
  ...rule,
});

/** What comes after an occurrence that is over on its day, unless another one is said. */
const after = (rule: Partial<Recurrence>, occurrence: string, today = occurrence, occurrencesOver = 0) =>
  nextOccurrence(aRule(rule), { occurrence, occurrencesOver, today });

describe('the next occurrence', () => {
  it.each<[string, Partial<Recurrence>, string, string]>([
    ['every day', {}, '2026-11-27', '2026-11-28'],
    ['every third day', { every: 3 }, '2026-11-30', '2026-12-03'],
    ['every week', { unit: 'week' }, '2026-11-27', '2026-12-04'],
    ['on Mondays and Fridays', { unit: 'week', weekdays: ['monday', 'friday'] }, '2026-11-27', '2026-11-30'],
    [
      'every second week on Mondays and Fridays',
      { unit: 'week', every: 2, weekdays: ['monday', 'friday'] },
      '2026-11-27',
      '2026-12-07',
    ],
    ['every month', { unit: 'month' }, '2026-11-27', '2026-12-27'],
    ['on the fourth Friday', { unit: 'month', on: 'weekday' }, '2026-11-27', '2026-12-25'],
    ['on the last Monday', { unit: 'month', on: 'weekday', start: '2026-11-30' }, '2026-11-30', '2026-12-28'],
    ['every year', { unit: 'year' }, '2026-11-27', '2027-11-27'],
    ['every fourth year', { unit: 'year', every: 4 }, '2026-11-27', '2030-11-27'],
  ])('%s', (_, rule, occurrence, expected) => {
    expect(after(rule, occurrence)).toBe(expected);
  });

  it('is the last day of a month that is too short, and the day itself again in the next one', () => {
    const rule = { unit: 'month', start: '2027-01-31' } as const;
    const months = ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'];
    expect(months.map((day) => after(rule, day))).toEqual([...months.slice(1), '2027-05-31']);
    expect(after(rule, '2028-01-31')).toBe('2028-02-29');
  });

  it('is the 28th where there is no leap day, and the leap day again where there is', () => {
    const rule = { unit: 'year', start: '2028-02-29' } as const;
    expect(after(rule, '2028-02-29')).toBe('2029-02-28');
    expect(after(rule, '2031-02-28')).toBe('2032-02-29');
  });

  it('leaves out what nobody has done meanwhile', () => {
    const weekly = { unit: 'week', start: '2026-01-02' } as const;
    expect(after(weekly, '2026-01-02', '2026-11-27')).toBe('2026-12-04');
    expect(after(weekly, '2026-01-02', '2026-11-26')).toBe('2026-11-27');
  });

  it('comes after the present one when that is done early', () => {
    expect(after({ unit: 'week' }, '2026-11-27', '2026-11-20')).toBe('2026-12-04');
  });

  it('is counted from the day on which the present one was done, where the rule says so', () => {
    const rule = { every: 3, from: 'completion' } as const;
    expect(after(rule, '2026-11-27', '2026-12-05')).toBe('2026-12-08');
    expect(after(rule, '2026-11-27', '2026-11-20')).toBe('2026-11-23');
    const monthly = { unit: 'month', from: 'completion' } as const;
    expect(after(monthly, '2026-11-27', '2027-01-31')).toBe('2027-02-28');
  });

  it('is none after the last day, and none after so many times', () => {
    expect(after({ until: '2026-11-28' }, '2026-11-27')).toBe('2026-11-28');
    expect(after({ until: '2026-11-28' }, '2026-11-28')).toBeUndefined();
    expect(after({ times: 3 }, '2026-11-28', '2026-11-28', 1)).toBe('2026-11-29');
    expect(after({ times: 3 }, '2026-11-29', '2026-11-29', 2)).toBeUndefined();
    expect(after({ times: 1 }, '2026-11-27')).toBeUndefined();
  });

  it('is none after the last day that there is', () => {
    expect(after({}, '9999-12-31')).toBeUndefined();
    expect(after({ unit: 'year', every: 999, start: '9500-01-01' }, '9500-01-01')).toBeUndefined();
  });

  it.each<Partial<Recurrence>>([
    {},
    { unit: 'week', weekdays: ['monday', 'thursday'], every: 3 },
    { unit: 'month', on: 'weekday' },
    { unit: 'month' },
    { unit: 'year' },
  ])('is reckoned as quickly after two thousand years as after one week (%j)', (rule) => {
    const old = { ...rule, start: '0026-11-27' };
    after(old, '0026-11-27', '0026-12-27');
    const begun = performance.now();
    expect(after(old, '0026-11-27', '2026-11-27')?.slice(0, 3)).toBe('202');
    expect(performance.now() - begun).toBeLessThan(50);
  });
});
