import { MAX_TEXT_LENGTH, type ListRefusal } from '#libs/commands';
import type { ListEvent } from '#libs/queries';
import type { JustDone, RefusalWords, StepOf } from './about.js';
import { quoted, quotedBriefly } from './quoted.js';

/** Why a list is not as somebody wanted it, and what to do about it. */
export const LIST_REFUSALS: RefusalWords<ListRefusal> = {
  'name-empty': 'Give the list a name.',
  'name-too-long': `That is too long for a name. Keep it to ${MAX_TEXT_LENGTH} characters.`,
  'name-not-text': 'A name is one line of text. Take out line breaks and other invisible characters.',
  'name-changed': 'This list has another name than the page says that you typed on. Choose which one stays.',
  'list-exists': 'This list is there already.',
  'list-not-found': 'There is no such list.',
  'list-in-trash': 'This list is in the trash. Restore it first.',
  'list-changed-since': 'The list has been changed since, so this cannot be taken back any more.',
  'list-chosen-in-trash':
    'The list that you have chosen is in the trash. Restore it first, or choose another one.',
};

type Told = StepOf<'list'>;

/** What each event changed, as a history tells it. */
export const LIST_HISTORY: Readonly<Record<ListEvent['type'], (told: Told) => string>> = {
  ListCreated: ({ after }) => `Created as ${quoted(after.name)}`,
  ListRenamed: ({ before, after }) =>
    `Renamed from ${quoted((before ?? after).name)} to ${quoted(after.name)}`,
  ListRemoved: () => 'Moved to the trash',
  ListRestored: () => 'Restored from the trash',
  ListTransferred: ({ event }) =>
    wasMoved(event) ? 'Moved to another workspace' : 'Copied to another workspace',
  ListCopyTakenBack: () => 'Took back the copy in another workspace',
  ListReceived: ({ event, after }) =>
    `${wasMoved(event) ? 'Moved' : 'Copied'} here from another workspace as ${quoted(after.name)}`,
};

/** What has just happened to a list, as the next page says it. */
export const LIST_NOTICES: Readonly<Record<ListEvent['type'], (told: JustDone<'list'>) => string>> = {
  ListCreated: ({ after }) => `${quotedBriefly(after.name)} was created.`,
  ListRenamed: ({ before, after }) =>
    `${quotedBriefly((before ?? after).name)} is called ${quotedBriefly(after.name)} now.`,
  ListRemoved: ({ after }) => `${quotedBriefly(after.name)} is in the trash, with everything in it.`,
  ListRestored: ({ after }) => `${quotedBriefly(after.name)} is back, with everything in it.`,
  ListTransferred: ({ event, after }) =>
    `${quotedBriefly(after.name)} was ${wasMoved(event) ? 'moved' : 'copied'} to the other workspace, with everything in it.`,
  ListCopyTakenBack: ({ after }) =>
    `The copy of ${quotedBriefly(after.name)} is taken back: it is in the trash of the other workspace.`,
  ListReceived: ({ event, after }) =>
    `${quotedBriefly(after.name)} was ${wasMoved(event) ? 'moved' : 'copied'} here, with everything in it.`,
};

/** What taking an event back changes. */
export const LIST_TAKEN_BACK: Readonly<Record<ListEvent['type'], (told: Told) => string>> = {
  ListCreated: () => 'The list goes to the trash, with everything in it.',
  ListRenamed: ({ before, after }) => `It is called ${quoted((before ?? after).name)} again.`,
  ListRemoved: () => 'The list comes back, with everything in it.',
  ListRestored: () => 'The list goes to the trash again, with everything in it.',
  ListTransferred: ({ event }) =>
    wasMoved(event)
      ? 'The list comes back here, and what was made of it in the other workspace goes to the trash there.'
      : 'The copy in the other workspace goes to the trash there. The list here stays as it is.',
  ListCopyTakenBack: () => 'The list is copied to the other workspace once more.',
  ListReceived: () => 'The list goes to the trash here. In the workspace that it came from, nothing changes.',
};

function wasMoved({ data }: ListEvent): boolean {
  return 'as' in data && data.as === 'move';
}

/** What people call the fields that they type into. */
export const LIST_LABELS = { name: 'List' };
