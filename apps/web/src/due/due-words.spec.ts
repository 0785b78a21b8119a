import { describe, expect, it } from '@jest/globals';
import { inLocale, type Language } from '../locales/index.js';
import { dueOnRow, dueWords, plainDueOnRow } from './index.js';

const BERLIN = 'Europe/Berlin';

/** Of somebody who looks when the clocks of their zone show this. */
function look(
  due: string,
  now: string,
  { language = 'en', zone = BERLIN }: { language?: Language; zone?: string } = {},
) {
  return inLocale({ language, timeZone: zone }, () =>
    dueOnRow(parse(due), Temporal.PlainDateTime.from(now).toZonedDateTime(zone)),
  );
}

/** `2026-11-27`, or `2026-11-27T18:00[Europe/Berlin]`. */
function parse(due: string) {
  const [, dueOn = null, dueTime = null, dueZone = null] = /^([\d-]+)(?:T([\d:]+)\[(.+)\])?$/.exec(due) ?? [];
  return { dueOn, dueTime, dueZone };
}

describe('a day on which something is due', () => {
  it.each([
    ['2026-11-25', 'overdue', 'Overdue: 25 Nov 2026'],
    ['2026-11-26', 'overdue', 'Overdue: yesterday'],
    ['2026-11-27', 'today', 'Today'],
    ['2026-11-28', 'tomorrow', 'Tomorrow'],
    ['2026-11-29', 'soon', 'Sunday'],
    ['2026-12-03', 'soon', 'Thursday'],
    ['2026-12-04', 'later', '4 Dec 2026'],
    ['2028-02-29', 'later', '29 Feb 2028'],
    ['0001-01-01', 'overdue', 'Overdue: 1 Jan 1'],
    ['9999-12-31', 'later', '31 Dec 9999'],
  ])('%s is %s on Friday, 27 November: %s', (due, state, words) => {
    expect(look(due, '2026-11-27T23:59:59')).toEqual({ state, words, datetime: due });
  });

  it.each(['Pacific/Kiritimati', 'America/Los_Angeles'])('is the same one in %s', (zone) => {
    expect(look('2026-11-27', '2026-11-27T00:00', { zone })?.words).toBe('Today');
    expect(look('2026-11-27', '2026-11-28T00:00', { zone })?.words).toBe('Overdue: yesterday');
  });

  it('is tomorrow the day before a leap day', () => {
    expect(look('2028-02-29', '2028-02-28T12:00')?.words).toBe('Tomorrow');
    expect(look('2027-03-01', '2027-02-28T12:00')?.words).toBe('Tomorrow');
  });

  it('is said in German', () => {
    const words = ['2026-11-26', '2026-11-27', '2026-11-29'].map(
      (due) => look(due, '2026-11-27T12:00', { language: 'de' })?.words,
    );
    expect(words).toEqual(['Überfällig: gestern', 'Heute', 'Sonntag']);
  });
});

describe('a time at which something is due', () => {
  const six = '2026-11-27T18:00[Europe/Berlin]';

  it('is overdue as soon as it has passed', () => {
    expect(look(six, '2026-11-27T18:00')).toMatchObject({ state: 'today', words: 'Today, 18:00' });
    expect(look(six, '2026-11-27T18:00:01')).toMatchObject({
      state: 'overdue',
      words: 'Overdue: today, 18:00',
    });
    expect(look(six, '2026-11-24T18:00:01')?.words).toBe('Friday, 18:00');
    expect(look(six, '2026-11-29T18:00:01')?.words).toBe('Overdue: 27 Nov 2026, 18:00');
  });

  it('is the moment that it was meant for, on whatever day that is where its reader is', () => {
    const tokyo = { zone: 'Asia/Tokyo' };
    expect(look(six, '2026-11-27T12:00', tokyo)).toEqual({
      state: 'tomorrow',
      words: 'Tomorrow, 02:00',
      datetime: '2026-11-27T17:00Z',
    });
  });

  it('is an hour later when clocks skip it', () => {
    expect(look('2026-03-29T02:30[Europe/Berlin]', '2026-03-29T01:00')).toMatchObject({
      words: 'Today, 03:30',
      datetime: '2026-03-29T01:30Z',
    });
  });

  it('is the first of both when clocks show it twice', () => {
    expect(look('2026-10-25T02:30[Europe/Berlin]', '2026-10-25T01:00')).toMatchObject({
      words: 'Today, 02:30',
      datetime: '2026-10-25T00:30Z',
    });
  });

  it('is taken for UTC in a zone that nobody here knows', () => {
    expect(look('2026-11-27T18:00[Mars/Olympus]', '2026-11-27T12:00')?.words).toBe('Today, 19:00');
  });
});

describe('when something is due', () => {
  const berlin = <Result>(work: () => Result) => inLocale({ language: 'en', timeZone: BERLIN }, work);

  it('is a date in sentences, which are read at any time', () => {
    const words = ['', '2026-12-01', '2026-12-01T12:00[America/New_York]'].map((due) =>
      berlin(() => dueWords(parse(due))),
    );
    expect(words).toEqual(['No due date', '1 December 2026', '1 December 2026, 18:00 CET']);
  });

  it('is neither early nor late once it is done', () => {
    expect(berlin(() => plainDueOnRow(parse('2020-12-01')))).toEqual({
      state: 'plain',
      words: 'Due 1 Dec 2020',
      datetime: '2020-12-01',
    });
    expect(berlin(() => plainDueOnRow(parse('2020-12-01T12:00[UTC]')))?.words).toBe('Due 1 Dec 2020, 13:00');
  });

  it('is nothing for what is not due', () => {
    expect([look('', '2026-11-27T12:00'), berlin(() => plainDueOnRow(parse('')))]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
