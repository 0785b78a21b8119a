import type { Unit, Weekday } from '#libs/domain';
import { WEEKDAYS } from '#libs/domain';
import { isFollowedBy, standsBehind } from '../numbers.js';
import type { Found } from '../phrase.js';

/** By what people write; the abbreviations are words as well (`sun`, `sat`), so that they count only where nothing else is meant. */
export const SHORT_WEEKDAYS: Readonly<Record<string, Weekday>> = {
  mon: 'monday',
  tue: 'tuesday',
  tues: 'tuesday',
  wed: 'wednesday',
  thu: 'thursday',
  thur: 'thursday',
  thurs: 'thursday',
  fri: 'friday',
  sat: 'saturday',
  sun: 'sunday',
};

export const weekdayNamed = (word: string): Weekday | undefined =>
  WEEKDAYS.find((weekday) => weekday === word.toLowerCase()) ?? SHORT_WEEKDAYS[word.toLowerCase()];

const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];

/** From 1. */
export const monthNamed = (word: string) =>
  MONTHS.findIndex((names) => names.includes(word.toLowerCase())) + 1;

export const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};

const UNITS: Readonly<Record<string, Unit>> = { day: 'day', week: 'week', month: 'month', year: 'year' };

/** Nobody writes `Days` who does not quote a title. */
export const unitNamed = (word: string): Unit | undefined => UNITS[word.replace(/s$/, '')];

export const WEEKDAY = WEEKDAYS.join('|');
export const ANY_WEEKDAY = [...WEEKDAYS, ...Object.keys(SHORT_WEEKDAYS)].toSorted(longestFirst).join('|');
export const MONTH = MONTHS.flat().toSorted(longestFirst).join('|');
export const NUMBER = ['\\d{1,3}', ...Object.keys(NUMBERS)].join('|');
export const NTH = '(?:\\d{1,2}(?:st|nd|rd|th))';
export const DAY_OF_MONTH = '\\d{1,2}(?:st|nd|rd|th)?';

function longestFirst(one: string, other: string): number {
  return other.length - one.length;
}

/** `the world of tomorrow`, `up to january 30th`, `open until 18:00`, `Black Friday` are none that something is due on. */
const belongsToTitle = standsBehind(`
  the a an this that no not of for from to until till since than about with and or between before after like per last past
  every each vs\\.? first second third fourth
  black good cyber easter palm ash holy super ruby freaky manic blue bloody sheffield shrove maundy taco fat giving whit
  plough casual wacky version v
`);

/** `tomorrow or friday`, `9:00 to 17:00`: of several days, and of several times, none is the one that something is due at. */
const goesOn = isFollowedBy({
  links: 'and|or',
  ranges: 'to|till|until|-|–|—',
  days: `(?:(?:on|the)\\s+)?(?:today|tomorrow|${ANY_WEEKDAY})`,
});

/** Whether the words around it make it part of the title. */
export const isInTitle = ({ before, after }: Pick<Found, 'before' | 'after'>) =>
  belongsToTitle(before) || goesOn(after);

const isOfAnother = standsBehind(`\\d+(?:st|nd|rd|th) (?:today|tomorrow|${WEEKDAY}),`);

/** A day may also be one of several: `the 2nd friday`, `monday, tuesday`. */
export const isDayInTitle = (found: Found) => isInTitle(found) || isOfAnother(found.before);
