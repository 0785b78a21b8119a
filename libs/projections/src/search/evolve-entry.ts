import { changedLabels, type DomainEvent, type EventType, type Recorded } from '#libs/domain';
import { indexedWords, markOf, wordOfLabel, type RowOf, type searchEntries } from '#libs/read-model';

import { newItems } from './items-of-entry.js';

export type Entry = RowOf<typeof searchEntries>;

/** Applies an event to what a search finds. @throws Error if the event comes before the one that makes the list or the to-do */
export function evolveEntry(entry: Entry | undefined, recorded: Recorded<DomainEvent>): Entry {
  const { event, recordedAt: changedAt } = recorded;
  const made = makes(event, recorded.streamId);
  if (made !== undefined) return withWords({ ...begun(recorded), ...made });
  if (entry === undefined) throw new Error(`${event.type} comes before what it is about`);
  // Nobody has asked for it: it is no reason to come first among what was found.
  else if (event.type === 'TodoRenumbered') return entry;
  else return { ...entry, ...change(entry, event, changedAt), changedAt };
}

type Made = Pick<Entry, 'kind' | 'listId' | 'title'>;

function makes(event: DomainEvent, id: string): Made | undefined {
  if (event.type === 'TodoAdded') return { kind: 'todo', listId: event.data.listId, title: event.data.title };
  else if (event.type === 'ListCreated' || event.type === 'ListReceived')
    return { kind: 'list', listId: id, title: event.data.name };
  else return undefined;
}

function begun({ streamId: id, workspaceId, recordedAt: changedAt }: Recorded<DomainEvent>) {
  const nothing = { formerTitles: [], note: '', items: [], labelIds: [], titleWords: [], otherWords: [] };
  return { id, workspaceId, ...nothing, completedAt: null, removedAt: null, changedAt };
}

/** Whatever is not named here changes nothing that is found or shown. */
function change(entry: Entry, event: DomainEvent, recordedAt: Date): Partial<Entry> {
  const words = newWords(entry, event);
  if (words !== undefined) return words;
  else if (event.type === 'TodoMoved') return { listId: event.data.listId };
  else if (event.type === 'TodoCompletedBefore') return { completedAt: new Date(event.data.at) };
  else if (event.type === 'ListTransferred') return event.data.as === 'move' ? { removedAt: recordedAt } : {};
  else return STATES[event.type]?.(recordedAt) ?? {};
}

/** For what changes a text, or the labels. */
function newWords(entry: Entry, event: DomainEvent): Entry | undefined {
  const title = newTitle(event);
  if (title !== undefined) return renamed(entry, title);
  else if (event.type === 'TodoLabelled' || event.type === 'TodoUnlabelled')
    return withWords({ ...entry, ...changedLabels(entry, event) });
  else if (event.type === 'TodoNoted') return withWords({ ...entry, note: event.data.note });
  const items = newItems(entry.items, event);
  return items === undefined ? undefined : withWords({ ...entry, items });
}

function newTitle(event: DomainEvent): string | undefined {
  if (event.type === 'TodoRenamed') return event.data.title;
  else return event.type === 'ListRenamed' ? event.data.name : undefined;
}

type State = Pick<Entry, 'completedAt'> | Pick<Entry, 'removedAt'>;

/** What an event makes of the state, by the time at which it was recorded. */
const STATES: Readonly<Partial<Record<EventType, (at: Date) => State>>> = {
  TodoCompleted: (completedAt) => ({ completedAt }),
  TodoReopened: () => ({ completedAt: null }),
  TodoRemoved: (removedAt) => ({ removedAt }),
  TodoRestored: () => ({ removedAt: null }),
  ListRemoved: (removedAt) => ({ removedAt }),
  ListRestored: () => ({ removedAt: null }),
};

/** What is renamed again and again must not become ever slower to rename. */
const MOST_FORMER = 50;

function renamed({ title: before, ...entry }: Entry, title: string): Entry {
  const formerTitles = [before, ...entry.formerTitles].filter((former) => former !== title);
  return withWords({ ...entry, title, formerTitles: [...new Set(formerTitles)].slice(0, MOST_FORMER) });
}

/** Each text besides the title that is to be found, in its place here. */
const otherTexts = ({ formerTitles, note, items }: Entry): readonly string[] => [
  ...formerTitles,
  note,
  ...items.map(({ text }) => text),
];

function withWords(entry: Entry): Entry {
  const inTitle = indexedWords([entry.title]);
  const inOthers = indexedWords(otherTexts(entry)).filter((word) => !inTitle.includes(word));
  const others = [...inOthers, ...entry.labelIds.map(wordOfLabel)];
  const marked = (word: string) => markOf(entry.workspaceId) + word;
  return { ...entry, titleWords: inTitle.map(marked), otherWords: others.map(marked) };
}
