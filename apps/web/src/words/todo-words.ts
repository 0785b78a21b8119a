import { MAX_TEXT_LENGTH, type Refusal } from '#libs/commands';
import type { TodoEvent } from '#libs/queries';
import type { RefusalWords, StepOf } from './about.js';
import { quoted } from './quoted.js';

/** Why a to-do is not as somebody wanted it, and what to do about it. */
export const TODO_REFUSALS: RefusalWords<Exclude<Refusal, `list-${string}` | `name-${string}`>> = {
  'title-empty': 'Write what there is to do.',
  'title-too-long': `That is too long for a to-do. Keep it to ${MAX_TEXT_LENGTH} characters.`,
  'title-not-text': 'A to-do is one line of text. Take out line breaks and other invisible characters.',
  'todo-exists': 'This to-do is there already.',
  'todo-not-found': 'There is no such to-do.',
  'todo-in-trash': 'This to-do is in the trash. Restore it first.',
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

/** What has just happened to a to-do, when the page itself does not show it. */
export const TODO_NOTICES = {
  added: (title: string) => `${quoted(title)} was added at the end of the list.`,
  removed: (title: string) => `${quoted(title)} is in the trash.`,
};

function listName(name: string | undefined): string {
  return name === undefined ? 'a list that cannot be read' : quoted(name);
}
