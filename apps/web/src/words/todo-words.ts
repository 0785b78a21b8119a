import { MAX_TEXT_LENGTH, type TodoRefusal } from '#libs/commands';
import type { TodoEvent } from '#libs/queries';
import { momentWords } from '../locales/index.js';
import type { JustDone, RefusalWords, StepOf } from './about.js';
import { quoted, quotedBriefly } from './quoted.js';

/** Why a to-do is not as somebody wanted it, and what to do about it. */
export const TODO_REFUSALS: RefusalWords<TodoRefusal> = {
  'title-empty': 'Write what there is to do.',
  'title-too-long': `That is too long for a to-do. Keep it to ${MAX_TEXT_LENGTH} characters.`,
  'title-not-text': 'A to-do is one line of text. Take out line breaks and other invisible characters.',
  'title-changed':
    'This to-do has another title than the page says that you typed on. Choose which one stays.',
  'todo-exists': 'This to-do is there already.',
  'todo-not-found': 'There is no such to-do.',
  'todo-in-trash': 'This to-do is in the trash. Restore it first.',
  'todo-list-in-trash': 'Its list is in the trash. Restore that first.',
  'todo-moved-away': 'Somebody has moved this to-do to another list meanwhile. Nothing was moved.',
  'todo-changed-since': 'This to-do has been changed since, so this cannot be taken back any more.',
  'todo-neighbour-gone': 'What stood beside this to-do is not there any more. Nothing was moved.',
};

type Told = StepOf<'todo'>;

/** What each event changed, as a history tells it. */
export const TODO_HISTORY: Readonly<Record<TodoEvent['type'], (told: Told) => string>> = {
  // The history of a list shows the title beside it, and is about that list.
  TodoAdded: ({ after, listNames, historyOf }) =>
    historyOf === 'list' ? 'Added' : `Added to ${listName(listNames.after)} as ${quoted(after.title)}`,
  TodoRenamed: ({ before, after }) =>
    `Renamed from ${quoted((before ?? after).title)} to ${quoted(after.title)}`,
  TodoCompleted: () => 'Completed',
  TodoCompletedBefore: ({ event }) => `Done${since(event)}`,
  TodoReopened: () => 'Reopened',
  TodoMoved: ({ before, after, listNames }) => {
    if (before?.listId !== after.listId) {
      return `Moved from ${listName(listNames.before)} to ${listName(listNames.after)}`;
    } else {
      return after.sortOrder < before.sortOrder ? 'Moved up' : 'Moved down';
    }
  },
  TodoRenumbered: () => 'Kept in its place while others were moved',
  TodoRemoved: () => 'Moved to the trash',
  TodoRestored: () => 'Restored from the trash',
};

/** What has just happened to a to-do, as the next page says it. */
export const TODO_NOTICES: Readonly<Record<TodoEvent['type'], (told: JustDone<'todo'>) => string>> = {
  TodoAdded: ({ after }) => `${quotedBriefly(after.title)} was added at the end of the list.`,
  TodoRenamed: ({ before, after }) =>
    `${quotedBriefly((before ?? after).title)} is called ${quotedBriefly(after.title)} now.`,
  TodoCompleted: ({ after }) => `${quotedBriefly(after.title)} is done.`,
  TodoCompletedBefore: ({ after }) => `${quotedBriefly(after.title)} is done.`,
  TodoReopened: ({ after }) => `${quotedBriefly(after.title)} is to be done again.`,
  TodoMoved: ({ before, after, listNames }) => {
    if (before?.listId !== after.listId)
      return `${quotedBriefly(after.title)} is in ${listName(listNames.after)} now.`;
    else
      return `${quotedBriefly(after.title)} was moved ${after.sortOrder < before.sortOrder ? 'up' : 'down'}.`;
  },
  TodoRenumbered: ({ after }) => `${quotedBriefly(after.title)} has kept its place.`,
  TodoRemoved: ({ after }) => `${quotedBriefly(after.title)} is in the trash.`,
  TodoRestored: ({ after }) => `${quotedBriefly(after.title)} is back in its list.`,
};

/** What taking an event back changes. */
export const TODO_TAKEN_BACK: Readonly<Record<TodoEvent['type'], (told: Told) => string>> = {
  TodoAdded: () => 'The to-do goes to the trash.',
  TodoRenamed: ({ before, after }) => `It is called ${quoted((before ?? after).title)} again.`,
  TodoCompleted: () => 'It is to be done again.',
  TodoCompletedBefore: () => 'It is to be done again.',
  TodoReopened: ({ before }) =>
    before?.completedAt ? `It is done again: ${momentWords(before.completedAt)}.` : 'It is done again.',
  TodoMoved: ({ before, after, listNames }) =>
    before?.listId === after.listId
      ? 'It goes back to the place that it had in its list.'
      : `It goes back to ${listName(listNames.before)}, to the place that it had there.`,
  TodoRenumbered: () => 'Nothing changes.',
  TodoRemoved: () => 'It comes back to its list.',
  TodoRestored: () => 'It goes to the trash again.',
};

/** What people call the fields that they type into. */
export const TODO_LABELS = { title: 'To-do' };

function since({ data }: TodoEvent): string {
  return 'at' in data ? ` since ${momentWords(new Date(data.at))}` : '';
}

function listName(name: string | undefined): string {
  return name === undefined ? 'a list that cannot be read' : quoted(name);
}
