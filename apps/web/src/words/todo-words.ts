import type { HistoryEntry, KnownStep } from '#libs/queries';
import { momentWords, say, type Values } from '../locales/index.js';
import { quoted } from './quoted.js';

type TodoStep = Extract<KnownStep, { readonly of: 'todo' }>;

/** What a text about something that has happened to a to-do can name. */
export function todoValues(
  step: TodoStep,
  listNames: HistoryEntry['listNames'],
  quote: (text: string) => string,
): Values {
  const { before, after } = step;
  return {
    name: quote(after.title),
    before: quote((before ?? after).title),
    list: listName(listNames.after),
    listBefore: listName(listNames.before),
    noted: howNoted(step),
    priority: after.priority,
    priorityBefore: (before ?? after).priority,
    to: whereTo(step),
    ...doneAt(step),
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
