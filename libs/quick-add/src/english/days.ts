import { oneOf, phrase, startsWithCapital, type Context, type Found, type Phrase } from '../phrase.js';
import { daysAhead, followingDay, monthBehind, weekBehind } from '../relative.js';
import {
  ANY_WEEKDAY,
  DAY_OF_MONTH,
  isDayInTitle,
  MONTH,
  NTH,
  NUMBER,
  NUMBERS,
  unitNamed,
  WEEKDAY,
} from './words.js';

const DATE = `(?:${DAY_OF_MONTH}(?: of)? (?:${MONTH})(?:,? \\d{4})?|(?:${MONTH}) ${DAY_OF_MONTH}(?:,? \\d{4})?)`;
const ISO = '\\d{4}-\\d{2}-\\d{2}';
const BY = '(?:on|by|due|due on|due by|starting|starting on)';

/** Days in words of English. */
export const ENGLISH_DAYS: readonly Phrase<'due'>[] = [
  phrase(
    'due',
    'anywhere',
    `(?:by |due |starting )?(today|tonight|tomorrow|the day after tomorrow|day after tomorrow)`,
    casual,
  ),
  phrase('due', 'anywhere', `${BY} (${WEEKDAY})(?: next week)?`, weekday),
  phrase('due', 'anywhere', `(?:${BY} )?(?:this|next|coming) (${ANY_WEEKDAY})`, weekday),
  phrase('due', 'end', `(${WEEKDAY})(?: next week)?`, weekday),
  phrase('due', 'anywhere', `${BY} (?:the |(?:${WEEKDAY}),? (?:the )?)?(${DATE}|${ISO})`, date),
  phrase('due', 'end', `(?:(?:${WEEKDAY}),? (?:the )?)?(${DATE}|${ISO})`, date),
  phrase('due', 'end', `(?:on|by) the (${NTH})`, nth),
  phrase('due', 'anywhere', `in ${oneOf([NUMBER])} (days?|weeks?|months?|years?)`, ahead),
  phrase('due', 'anywhere', '(next week)', unlessTitle(weekBehind)),
  phrase('due', 'anywhere', '(next month)', unlessTitle(monthBehind)),
  // In front of the sentence it needs a mark: `Friday: call Anna`, but not `Sunday roast`.
  phrase('due', 'anywhere', `(${WEEKDAY}|${DATE}|${ISO})[:,]`, atBeginning),
];

/** `USA Today`, `Tomorrow Never Dies`, `The Day After Tomorrow`: between words with capitals it is a name. */
function casual(found: Found, { day }: Context) {
  const { words, groups } = found;
  const [word = ''] = groups;
  const isAfterTomorrow = /after/i.test(word);
  const isName = isAfterTomorrow
    ? /[A-Z]/.test(words.slice(1))
    : startsWithCapital(words) && hasCapitalBeside(found);
  if (isName || isDayInTitle(found)) return undefined;
  return day(isAfterTomorrow ? 'the day after tomorrow' : word.toLowerCase().replace('tonight', 'today'));
}

function hasCapitalBeside({ before, after }: Found): boolean {
  return /(?:^|\s)\p{Lu}\S*\s+$/u.test(before.slice(-40)) || /^\s+\p{Lu}\p{Ll}/u.test(after);
}

function weekday(found: Found, { day }: Context) {
  if (isDayInTitle(found)) return undefined;
  const [word = ''] = found.groups;
  if (/\bnext\s+week$/i.test(found.words)) return day(`${word} next week`);
  const [which] = /\b(?:next|this) /i.exec(found.words.replaceAll(/\s+/g, ' ')) ?? [''];
  return day(which + word);
}

function date(found: Found, { day }: Context) {
  return isDayInTitle(found) ? undefined : day(found.groups.join('').replaceAll(/\s+/g, ' '));
}

function nth(found: Found, { today }: Context) {
  const [words = ''] = found.groups;
  return isDayInTitle(found) ? undefined : followingDay(Number.parseInt(words, 10), today);
}

function ahead({ groups: [number = '', unit = ''] }: Found, { today }: Context) {
  return daysAhead({ number, unit: unitNamed(unit) }, { today, words: NUMBERS });
}

function unlessTitle(reckon: (today: Temporal.PlainDate) => string) {
  return (found: Found, { today }: Context) => (isDayInTitle(found) ? undefined : reckon(today));
}

function atBeginning({ before, groups: [words = ''] }: Found, { day }: Context) {
  return before.trim() === '' ? day(words.replaceAll(/\s+/g, ' ')) : undefined;
}
