import { phrase, startsWithCapital, type Context, type Found, type Phrase } from '../phrase.js';
import { daysAhead, followingDay, monthBehind, weekBehind } from '../relative.js';
import { isDayInTitle, MONTH, NUMBER, NUMBERS, ORDINAL, unitNamed, WEEKDAY } from './words.js';

const DATE = `(?:${ORDINAL} ?(?:${MONTH})(?: \\d{4})?)`;
const FIGURES = '(?:\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d{2})?)';
const ISO = '(?:\\d{4}-\\d{2}-\\d{2})';
const NEXT = '(?:diesen|nächsten|kommenden)';

/** Days in words of German. */
export const GERMAN_DAYS: readonly Phrase<'due'>[] = [
  phrase('due', 'anywhere', '(?:bis |ab )?(heute|morgen|übermorgen)', casual),
  phrase('due', 'anywhere', `(?:am|bis|bis zum|bis am) (?:${NEXT} )?(${WEEKDAY})`, weekday),
  phrase('due', 'anywhere', `${NEXT} (${WEEKDAY})`, weekday),
  phrase('due', 'end', `(${WEEKDAY})`, weekday),
  phrase(
    'due',
    'anywhere',
    `(?:am|bis|bis zum|bis am) (?:(?:${WEEKDAY}),? (?:den |dem )?)?(${DATE}|${FIGURES}|${ISO})`,
    date,
  ),
  phrase('due', 'end', `(${DATE}|${FIGURES}|${ISO})`, date),
  phrase('due', 'anywhere', `(?:am|bis zum) (${ORDINAL})`, nth),
  phrase('due', 'anywhere', `in (${NUMBER}) (tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)`, ahead),
  phrase('due', 'anywhere', '(?:bis )?(nächste woche)', unlessTitle(weekBehind)),
  phrase('due', 'anywhere', '(?:bis )?(nächsten monat)', unlessTitle(monthBehind)),
  // In front of the sentence it needs a mark: `Freitag: Anna anrufen`, but not `Sonntag Aktuell kündigen`.
  phrase('due', 'anywhere', `(${WEEKDAY}|${DATE}|${FIGURES}|${ISO})[:,]`, atBeginning),
];

/** A morning is written with a capital letter, unless the sentence begins with it. */
function casual(found: Found, { day }: Context) {
  const { words, before, groups } = found;
  const [word = ''] = groups;
  const isNoun = startsWithCapital(words) && before.trim() !== '';
  const isOfADay =
    word.toLowerCase() === 'morgen' && /(?:heute|tag|woch|abend)\s+$/iu.test(before.slice(-20));
  return isNoun || isOfADay || isDayInTitle(found) ? undefined : day(word.toLowerCase());
}

/** `kommenden` is a word that the library does not know. */
function weekday(found: Found, { day }: Context) {
  if (isDayInTitle(found)) return undefined;
  const name = found.groups.join('').replace(/^sonnabend$/i, 'Samstag');
  return day(/nächsten/iu.test(found.words) ? `nächsten ${name}` : name);
}

function date(found: Found, context: Context) {
  return isDayInTitle(found) ? undefined : dayOf(found.groups.join(''), context);
}

/** The library knows no day in figures without a year. */
function dayOf(words: string, { day, today }: Context): string | undefined {
  const figures = /^(\d{1,2})\.(\d{1,2})\.(\d*)$/.exec(words);
  if (figures === null)
    return day(
      words
        .replaceAll(/\s+/g, ' ')
        .replace(/^(\d+\.)(?=\p{L})/u, '$1 ')
        .replace(/^sonnabend$/i, 'Samstag'),
    );
  const [, date = '', month = '', year = ''] = figures;
  if (year !== '') return day(`${date}.${month}.${year.length === 2 ? `20${year}` : year}`);
  return day(`${date}.${month}.${today.year}`) ?? day(`${date}.${month}.${today.year + 1}`);
}

/** `am 5. zahlen`, but not `am 5. Tag`, which would have a noun behind it. */
function nth(found: Found, { today }: Context) {
  if (isDayInTitle(found) || /^\s+[\p{Lu}\d]/u.test(found.after)) return undefined;
  return followingDay(Number.parseInt(found.groups.join(''), 10), today);
}

/** `In 80 Tagen um die Welt` is a book. */
function ahead({ after, groups: [number = '', unit = ''] }: Found, { today }: Context) {
  if (/^\s+um die welt/i.test(after)) return undefined;
  return daysAhead({ number, unit: unitNamed(unit) }, { today, words: NUMBERS });
}

function unlessTitle(reckon: (today: Temporal.PlainDate) => string) {
  return (found: Found, { today }: Context) => (isDayInTitle(found) ? undefined : reckon(today));
}

function atBeginning({ before, groups: [words = ''] }: Found, context: Context) {
  return before.trim() === '' ? dayOf(words, context) : undefined;
}
