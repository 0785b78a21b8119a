import { WEEKDAYS, type Weekday } from '#libs/domain';
import { phrase, type Found, type Phrase } from '../phrase.js';
import { numberIn } from '../numbers.js';
import { isDateOfYears } from '../relative.js';
import { onWeekdays, rhythm, type Rhythm } from '../rhythm.js';
import {
  ANY_WEEKDAY,
  DAY_OF_MONTH,
  MONTH,
  monthNamed,
  NTH,
  NUMBER,
  NUMBERS,
  unitNamed,
  WEEKDAY,
  weekdayNamed,
} from './words.js';

const UNIT = 'days?|weeks?|months?|years?';
const DONE = '(?:after (?:it is |being )?(?:done|completion|completing|completed))';
const OF_MONTH = '(?: (?:of|in) (?:the|each|every) month)';
const WORKDAYS = WEEKDAYS.slice(0, 5);
const WEEKS: Readonly<Record<string, number>> = {
  '1st': 1,
  first: 1,
  '2nd': 2,
  second: 2,
  '3rd': 3,
  third: 3,
  '4th': 4,
  fourth: 4,
  last: -1,
};

/** How something comes again, in words of English. */
export const ENGLISH_RECURRENCES: readonly Phrase<'recurrence'>[] = [
  phrase('recurrence', 'anywhere', `every(!?) (?:(other|${NUMBER}) )?(${UNIT})( ${DONE})?`, everyUnit),
  phrase('recurrence', 'anywhere', `(${NUMBER}) (${UNIT}) ${DONE}`, ({ groups: [number = '', unit = ''] }) =>
    units(number, unit, 'completion'),
  ),
  phrase(
    'recurrence',
    'anywhere',
    `every (other )?((?:${ANY_WEEKDAY})(?:(?:,| and|, and| &) (?:${ANY_WEEKDAY}))*)`,
    everyWeekday,
  ),
  phrase(
    'recurrence',
    'anywhere',
    `on ((?:${WEEKDAY})s(?:(?:,| and|, and| &) (?:${WEEKDAY})s)*)`,
    ({ groups: [days = ''] }) => onWeekdays(weekdaysIn(days.replaceAll(/s\b/gi, ''))),
  ),
  phrase('recurrence', 'anywhere', 'every (?:weekday|workday|working day)', () => onWeekdays(WORKDAYS)),
  phrase('recurrence', 'end', `every (${NTH})`, onDay),
  phrase('recurrence', 'anywhere', `every (${NTH}|last)(?: day)?${OF_MONTH}`, onDay),
  phrase('recurrence', 'anywhere', `(?:every month|monthly) on the (${NTH})`, onDay),
  phrase(
    'recurrence',
    'anywhere',
    `every (first|1st|third|3rd|fourth|4th|last) (${WEEKDAY})${OF_MONTH}?`,
    onNthWeekday,
  ),
  phrase('recurrence', 'anywhere', `every (second|2nd) (${WEEKDAY})${OF_MONTH}`, onNthWeekday),
  phrase(
    'recurrence',
    'anywhere',
    `(?:every year on|yearly on|every) (?:the )?(${DAY_OF_MONTH})(?: of)? (${MONTH})`,
    ({ groups: [day = '', month = ''] }) => onDate(day, month),
  ),
  phrase(
    'recurrence',
    'anywhere',
    `(?:every year on|yearly on|every) (${MONTH}) (${DAY_OF_MONTH})`,
    ({ groups: [month = '', day = ''] }) => onDate(day, month),
  ),
  // In front of other words they say of what kind those are: `write weekly report`.
  phrase('recurrence', 'end', '(daily|weekly|monthly|yearly|annually)', adverb),
];

function everyUnit(found: Found): Rhythm | undefined {
  const [mark, number = '', unit = '', done] = found.groups;
  const count = COUNTS[number.toLowerCase()] ?? number;
  // `every days`, `every 2 day` and `every a day` are none, and `each and every day` is a figure of speech.
  const isWellFormed = count !== '' && (count === number) === unit.endsWith('s');
  if (!isWellFormed || /\band\s+$/i.test(found.before)) return undefined;
  return units(count, unit, fromOf(mark, done));
}

const fromOf = (mark: string | undefined, done: string | undefined) =>
  mark === '!' || done !== '' ? 'completion' : 'due';

/** What stands before one day, week, month or year. */
const COUNTS: Readonly<Record<string, string>> = { '': '1', other: '2', a: '', an: '', one: '1' };

function units(number: string, unit: string, from: Rhythm['from']): Rhythm | undefined {
  const [every, known] = [numberIn(number, NUMBERS), unitNamed(unit)];
  return every === undefined || known === undefined ? undefined : rhythm({ every, unit: known, from });
}

function everyWeekday({ groups: [other, days = ''] }: Found): Rhythm {
  return onWeekdays(weekdaysIn(days), other === '' ? 1 : 2);
}

/** In the order of the week, each once. */
function weekdaysIn(text: string): readonly Weekday[] {
  const named = text.split(/[\s,&]+|\band\b/i).map(weekdayNamed);
  return WEEKDAYS.filter((weekday) => named.includes(weekday));
}

function onDay({ groups: [nth = ''] }: Found): Rhythm | undefined {
  const day = nth.toLowerCase() === 'last' ? 31 : Number.parseInt(nth, 10);
  return day >= 1 && day <= 31 ? rhythm({ every: 1, unit: 'month', anchor: { by: 'day', day } }) : undefined;
}

function onNthWeekday({ groups: [nth = '', name = ''] }: Found): Rhythm | undefined {
  const [week, weekday] = [WEEKS[nth.toLowerCase()], weekdayNamed(name)];
  if (week === undefined || weekday === undefined) return undefined;
  return rhythm({ every: 1, unit: 'month', anchor: { by: 'weekday', week, weekday } });
}

function onDate(dayText: string, monthText: string): Rhythm | undefined {
  const [day, month] = [Number.parseInt(dayText, 10), monthNamed(monthText)];
  if (!isDateOfYears(month, day)) return undefined;
  return rhythm({ every: 1, unit: 'year', anchor: { by: 'date', month, day } });
}

function adverb({ groups: [word = ''] }: Found): Rhythm {
  const unit = ADVERBS[word.toLowerCase()] ?? 'day';
  return rhythm({ every: 1, unit });
}

const ADVERBS = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annually: 'year',
} as Readonly<Record<string, Rhythm['unit']>>;
