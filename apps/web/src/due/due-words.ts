import type { Due } from '#libs/queries';
import {
  hourWords,
  minuteWords,
  plainDayWords,
  plainWeekdayWords,
  presentLocale,
  readersNow,
  say,
  shortPlainDayWords,
} from '../locales/index.js';
import { isOverdue, readersDue, type ReadersDue } from './readers-due.js';

/** When a to-do is due, as its row says it. */
export interface DueOnRow {
  readonly state: 'overdue' | 'today' | 'tomorrow' | 'soon' | 'later' | 'plain';
  readonly words: string;
  /** For machines: the day, or the moment. */
  readonly datetime: string;
}

const WEEK = 7;

/** As somebody sees it who looks now. Undefined for what is not due. */
export function dueOnRow(due: Due, now = readersNow()): DueOnRow | undefined {
  const its = readersDue(due, presentLocale().timeZone);
  if (its === undefined) return undefined;
  const days = now.toPlainDate().until(its.day).days;
  const late = isOverdue(its, now);
  const key = late ? 'overdue' : 'day';
  const named = { day: DAYS.get(days) ?? 'other', date: dateWords(its.day, days) };
  return {
    state: late ? 'overdue' : stateOf(days),
    words: its.at
      ? say(`due.${key}-and-time`, { ...named, time: timeWords(its.at) })
      : say(`due.${key}`, named),
    datetime: datetimeOf(its),
  };
}

/** The same of what is done, or as it was at another time: it is neither early nor late. */
export function plainDueOnRow(due: Due): DueOnRow | undefined {
  const its = readersDue(due, presentLocale().timeZone);
  if (its === undefined) return undefined;
  const date = shortPlainDayWords(its.day);
  const words = its.at ? `${date}, ${timeWords(its.at)}` : date;
  return { state: 'plain', words: say('due.plain', { date: words }), datetime: datetimeOf(its) };
}

/** In a sentence, whenever that is read: `1 December 2026, 18:00 CET`. */
export function dueWords(due: Due): string {
  const its = readersDue(due, presentLocale().timeZone);
  if (its === undefined) return say('due.never');
  const day = plainDayWords(its.day);
  return its.at ? `${day}, ${minuteWords(new Date(its.at.epochMilliseconds))}` : day;
}

const DAYS: ReadonlyMap<number, string> = new Map([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
]);

function stateOf(days: number): DueOnRow['state'] {
  if (days === 0) return 'today';
  else if (days === 1) return 'tomorrow';
  else return days < WEEK ? 'soon' : 'later';
}

/** The weekday says enough of the six days to come; in a week it would mean today. */
function dateWords(day: Temporal.PlainDate, days: number): string {
  return days > 0 && days < WEEK ? plainWeekdayWords(day) : shortPlainDayWords(day);
}

const timeWords = (at: Temporal.ZonedDateTime) => hourWords(new Date(at.epochMilliseconds));

function datetimeOf({ day, at }: ReadersDue): string {
  return at === undefined ? day.toString() : at.toInstant().toString({ smallestUnit: 'minute' });
}
