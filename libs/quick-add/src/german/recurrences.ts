import { WEEKDAYS } from '#libs/domain';
import { phrase, type Found, type Phrase } from '../phrase.js';
import { numberIn } from '../numbers.js';
import { isDateOfYears } from '../relative.js';
import { onWeekdays, rhythm, type Rhythm } from '../rhythm.js';
import {
  ANY_WEEKDAY,
  MONTH,
  monthNamed,
  NUMBER,
  NUMBERS,
  ORDINAL,
  unitNamed,
  WEEKDAY,
  weekdayNamed,
  weekdaysIn,
} from './words.js';

const UNIT = 'tage?|wochen?|monate?|jahre?';
const DONE = '(?:nach (?:der |dem )?(?:erledigung|erledigen|abschluss|abhaken))';
const OF_MONTH = '(?: (?:im|des|jeden|eines jeden) monats?)';
const WORKDAYS = WEEKDAYS.slice(0, 5);
const WEEKS: Readonly<Record<string, number>> = {
  '1.': 1,
  ersten: 1,
  '2.': 2,
  zweiten: 2,
  '3.': 3,
  dritten: 3,
  '4.': 4,
  vierten: 4,
  letzten: -1,
};

/** How something comes again, in words of German. */
export const GERMAN_RECURRENCES: readonly Phrase<'recurrence'>[] = [
  phrase(
    'recurrence',
    'anywhere',
    `jede[nsr]?(!?) (?:(zweiten|zweite|zweites|dritten|dritte|drittes|${ORDINAL}) )?(tag|woche|monat|jahr)( ${DONE})?`,
    everyOne,
  ),
  phrase(
    'recurrence',
    'anywhere',
    `alle(!?) (${NUMBER}) (${UNIT})( ${DONE})?`,
    ({ groups: [mark, number = '', unit = '', done] }) =>
      units(number, unit, mark === '!' || done !== '' ? 'completion' : 'due'),
  ),
  phrase('recurrence', 'anywhere', `(${NUMBER}) (${UNIT}) ${DONE}`, ({ groups: [number = '', unit = ''] }) =>
    units(number, unit, 'completion'),
  ),
  phrase(
    'recurrence',
    'anywhere',
    `jeden ((?:${ANY_WEEKDAY})(?:(?:,| und|, und| &)(?: jeden)? (?:${ANY_WEEKDAY}))*)`,
    ({ groups: [days = ''] }) => onWeekdays(weekdaysIn(days)),
  ),
  phrase(
    'recurrence',
    'anywhere',
    `((?:${WEEKDAY})s(?:(?:,| und|, und| &) (?:${WEEKDAY})s)*)`,
    ({ groups: [days = ''] }) => onWeekdays(weekdaysIn(days)),
  ),
  phrase('recurrence', 'anywhere', '(?:werktags|jeden werktag|wochentags)', () => onWeekdays(WORKDAYS)),
  phrase('recurrence', 'anywhere', `jeden (${ORDINAL})`, onDay),
  phrase('recurrence', 'anywhere', `(?:jeden (${ORDINAL}|letzten)(?: tag)?${OF_MONTH})`, onDay),
  phrase('recurrence', 'anywhere', `(?:jeden monat|monatlich) (?:am|zum) (${ORDINAL})`, onDay),
  phrase(
    'recurrence',
    'anywhere',
    `jeden (ersten|1\\.|dritten|3\\.|vierten|4\\.|letzten) (${WEEKDAY})${OF_MONTH}?`,
    onNthWeekday,
  ),
  phrase('recurrence', 'anywhere', `jeden (zweiten|2\\.) (${WEEKDAY})${OF_MONTH}`, onNthWeekday),
  phrase('recurrence', 'anywhere', `(?:jedes jahr am|jährlich am|jeden) (${ORDINAL}) ?(${MONTH})`, onDate),
  phrase('recurrence', 'anywhere', '(täglich|wöchentlich|monatlich|jährlich)', ({ groups: [word = ''] }) =>
    rhythm({ every: 1, unit: ADVERBS[word.toLowerCase()] ?? 'day' }),
  ),
];

const ADVERBS: Readonly<Record<string, Rhythm['unit']>> = {
  täglich: 'day',
  wöchentlich: 'week',
  monatlich: 'month',
  jährlich: 'year',
};

function everyOne({ groups: [mark, which = '', unit = '', done = ''] }: Found): Rhythm | undefined {
  const number = which === '' ? '1' : which.replace(/^zw.*/i, '2').replace(/^dr.*/i, '3').replace('.', '');
  return units(number, unit, mark === '!' || done !== '' ? 'completion' : 'due');
}

function units(number: string, unit: string, from: Rhythm['from']): Rhythm | undefined {
  const [every, known] = [numberIn(number, NUMBERS), unitNamed(unit)];
  return every === undefined || known === undefined ? undefined : rhythm({ every, unit: known, from });
}

/** `jeden 1. zahlen`, but not `jeden 3. Film`, which has a noun behind it. */
function onDay({ after, words, groups: [ordinal = ''] }: Found): Rhythm | undefined {
  if (words.endsWith('.') && /^\s+\p{Lu}/u.test(after)) return undefined;
  const day = /letzten/i.test(ordinal) ? 31 : Number.parseInt(ordinal, 10);
  return day >= 1 && day <= 31 ? rhythm({ every: 1, unit: 'month', anchor: { by: 'day', day } }) : undefined;
}

function onNthWeekday({ groups: [nth = '', name = ''] }: Found): Rhythm | undefined {
  const [week, weekday] = [WEEKS[nth.toLowerCase()], weekdayNamed(name)];
  if (week === undefined || weekday === undefined) return undefined;
  return rhythm({ every: 1, unit: 'month', anchor: { by: 'weekday', week, weekday } });
}

function onDate({ groups: [ordinal = '', name = ''] }: Found): Rhythm | undefined {
  const [day, month] = [Number.parseInt(ordinal, 10), monthNamed(name)];
  if (!isDateOfYears(month, day)) return undefined;
  return rhythm({ every: 1, unit: 'year', anchor: { by: 'date', month, day } });
}
