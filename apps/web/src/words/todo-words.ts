import type { HistoryEntry, KnownStep } from '#libs/queries';
import { dueWords } from '../due/index.js';
import { momentWords, plainDayWords, say, weekdayAndDayWords, type Values } from '../locales/index.js';
import { recurrenceWords } from '../recurrence/index.js';
import { itemValues } from './item-words.js';
import { quoted } from './quoted.js';

type TodoStep = Extract<KnownStep, { readonly of: 'todo' }>;

/** What was called otherwise then. */
type About = Pick<HistoryEntry, 'listNames' | 'labelName'>;

/** What a text about something that has happened to a to-do can name. */
export function todoValues(
  step: TodoStep,
  { listNames, labelName }: About,
  quote: (text: string) => string,
): Values {
  const { before, after } = step;
  return {
    name: quote(after.title),
    before: quote((before ?? after).title),
    list: listName(listNames.after),
    listBefore: listName(listNames.before),
    label: labelName === undefined ? say('past.unreadable-label') : quote(labelName),
    noted: howNoted(step),
    priority: after.priority,
    priorityBefore: (before ?? after).priority,
    to: whereTo(step),
    ...doneAt(step),
    ...dueOf(step),
    ...recurringOf(step),
    ...itemValues(step, quote),
  };
}

function listName(name: string | undefined): string {
  return name === undefined ? say('past.unreadable-list') : quoted(name);
}

function whereTo({ before, after }: TodoStep): 'another-list' | 'up' | 'down' {
  if (before?.listId !== after.listId) return 'another-list';
  else return after.sortOrder < before.sortOrder ? 'up' : 'down';
}

function howNoted({ before, after }: TodoStep): 'first' | 'gone' | 'again' {
  if (after.note === '') return 'gone';
  else return (before?.note ?? '') === '' ? 'first' : 'again';
}

/** When it was done, in the log of another workspace or before it was reopened. */
function doneAt({ event, before }: TodoStep): Values {
  const at = 'at' in event.data ? new Date(event.data.at) : before?.completedAt;
  return at ? { isKnown: 'yes', doneAt: momentWords(at) } : { isKnown: 'no', doneAt: '' };
}

/** A to-do that was just added was not due before. */
function dueOf({ before, after }: TodoStep): Values {
  const wasDue = before !== undefined && before.dueOn !== null;
  return {
    due: dueWords(after),
    dueBefore: dueWords(before ?? after),
    wasDue: wasDue ? 'yes' : 'no',
  };
}

/** How it comes again, and which occurrence a step is about. */
function recurringOf({ before, after }: TodoStep): Values {
  const [was, is] = [before?.recurrence ?? null, after.recurrence];
  return {
    recurrence: is === null ? '' : recurrenceWords(is),
    recurrenceBefore: was === null ? '' : recurrenceWords(was),
    wasRecurring: was === null ? 'no' : 'yes',
    occurrence: dayText(before?.occurrence ?? null, plainDayWords),
    weekday: dayText(after.dueOn, weekdayAndDayWords),
  };
}

function dayText(day: string | null, words: (day: Temporal.PlainDate) => string): string {
  return day === null ? '' : words(Temporal.PlainDate.from(day));
}
