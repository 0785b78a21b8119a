import { describe, expect, it } from '@jest/globals';
import type { Recurrence } from '#libs/queries';
import { inLocale } from '../locales/index.js';
import { recurrenceWords } from './recurrence-words.js';

const daily: Recurrence = {
  every: 1,
  unit: 'day',
  weekdays: [],
  on: 'day',
  from: 'due',
  until: null,
  times: null,
  start: '2026-11-27',
};

describe('how a to-do comes again', () => {
  it.each<[Partial<Recurrence>, string, string]>([
    [{}, 'every day', 'jeden Tag'],
    [{ every: 3 }, 'every 3 days', 'alle 3 Tage'],
    [{ unit: 'week' }, 'every week on Friday', 'jede Woche am Freitag'],
    [
      { unit: 'week', every: 2, weekdays: ['monday', 'wednesday', 'friday'] },
      'every 2 weeks on Monday, Wednesday and Friday',
      'alle 2 Wochen am Montag, Mittwoch und Freitag',
    ],
    [{ unit: 'month' }, 'every month on the 27th', 'jeden Monat am 27.'],
    [{ unit: 'month', start: '2026-11-01' }, 'every month on the 1st', 'jeden Monat am 1.'],
    [{ unit: 'month', on: 'weekday' }, 'every month on the fourth Friday', 'jeden Monat am vierten Freitag'],
    [
      { unit: 'month', on: 'weekday', start: '2026-11-30', every: 2 },
      'every 2 months on the last Monday',
      'alle 2 Monate am letzten Montag',
    ],
    [{ unit: 'year' }, 'every year on 27 November', 'jedes Jahr am 27. November'],
    [{ from: 'completion' }, 'every day after it is done', 'jeden Tag nach dem Erledigen'],
    [{ until: '2027-01-31' }, 'every day, until 31 January 2027', 'jeden Tag, bis 31. Januar 2027'],
    [{ times: 1 }, 'every day, once in all', 'jeden Tag, einmal insgesamt'],
    [{ times: 5 }, 'every day, 5 times in all', 'jeden Tag, 5-mal insgesamt'],
  ])('is said in words: %j is %s', (rule, english, german) => {
    const words = (['en', 'de'] as const).map((language) =>
      inLocale({ language, timeZone: 'UTC' }, () => recurrenceWords({ ...daily, ...rule })),
    );
    expect(words).toEqual([english, german]);
  });
});
