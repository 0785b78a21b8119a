import { WEEKDAYS, type Unit, type Weekday } from '#libs/domain';
import { isFollowedBy, standsBehind } from '../numbers.js';
import type { Found } from '../phrase.js';

const NAMES: Readonly<Record<string, Weekday>> = {
  montag: 'monday',
  dienstag: 'tuesday',
  mittwoch: 'wednesday',
  donnerstag: 'thursday',
  freitag: 'friday',
  samstag: 'saturday',
  sonnabend: 'saturday',
  sonntag: 'sunday',
};

const SHORT: Readonly<Record<string, Weekday>> = {
  mo: 'monday',
  di: 'tuesday',
  mi: 'wednesday',
  do: 'thursday',
  fr: 'friday',
  sa: 'saturday',
  so: 'sunday',
};

/** Also `montags`. */
export const weekdayNamed = (word: string): Weekday | undefined => {
  const name = word.toLowerCase();
  return NAMES[name] ?? SHORT[name] ?? NAMES[name.replace(/s$/, '')];
};

/** In the order of the week, each once. */
export function weekdaysIn(text: string): readonly Weekday[] {
  const named = text.split(/[\s,&]+|\bund\b/i).map(weekdayNamed);
  return WEEKDAYS.filter((weekday) => named.includes(weekday));
}

const MONTHS = [
  ['januar', 'jänner', 'jan'],
  ['februar', 'feber', 'feb'],
  ['märz', 'mär'],
  ['april', 'apr'],
  ['mai'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['dezember', 'dez'],
];

/** From 1. */
export const monthNamed = (word: string) =>
  MONTHS.findIndex((names) => names.includes(word.toLowerCase().replace(/\.$/, ''))) + 1;

export const NUMBERS: Readonly<Record<string, number>> = {
  ein: 1,
  eine: 1,
  einem: 1,
  einer: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  zwölf: 12,
};

const UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/^tag/i, 'day'],
  [/^woche/i, 'week'],
  [/^monat/i, 'month'],
  [/^jahr/i, 'year'],
];

export const unitNamed = (word: string): Unit | undefined =>
  UNITS.find(([pattern]) => pattern.test(word))?.[1];

const longestFirst = (one: string, other: string) => other.length - one.length;

export const WEEKDAY = Object.keys(NAMES).join('|');
export const ANY_WEEKDAY = [...Object.keys(NAMES), ...Object.keys(SHORT)].toSorted(longestFirst).join('|');
export const MONTH = `(?:${MONTHS.flat().toSorted(longestFirst).join('|')})\\.?`;
export const NUMBER = ['\\d{1,3}', ...Object.keys(NUMBERS)].toSorted(longestFirst).join('|');
export const ORDINAL = '\\d{1,2}\\.';

/** `die Welt von morgen`, `der Morgen`, `guten Morgen`, `bis 18 Uhr`, `Version 4.12.` are none that something is due on. */
const belongsToTitle = standsBehind(`
  der die das den dem des ein eine einen einem eines kein keinen nicht von vom für ab seit vor nach mit und oder zwischen bis
  als wie über gegen jeden jeder jedes guten guter gute schwarzer schwarzen black letzten letzter am im zum gestern
  ersten zweiten dritten vierten
  version v kapitel nr\\.? nummer abschnitt teil punkt seite
`);

/** `am Montag oder Dienstag`, `9 Uhr bis 17 Uhr`: of several days, and of several times, none is the one that something is due at. */
const goesOn = isFollowedBy({
  links: 'und|oder',
  ranges: 'bis|-|–|—',
  days: `(?:(?:am|zum)\\s+)?(?:heute|morgen|übermorgen|${WEEKDAY})`,
});

/** Whether the words around it make it part of the title. */
export const isInTitle = ({ before, after }: Pick<Found, 'before' | 'after'>) =>
  belongsToTitle(before) || goesOn(after);

const isOfAnother = standsBehind(`\\d+\\. (?:heute|morgen|übermorgen|${WEEKDAY}),`);

/** A day may also be one of several: `der 2. Freitag`, `Montag, Dienstag`. */
export const isDayInTitle = (found: Found) => isInTitle(found) || isOfAnother(found.before);
