import type { DomainEvent, Recorded } from '#libs/domain';
import { indexedWords, markOf, type RowOf, type searchEntries } from '#libs/read-model';

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
  switch (event.type) {
    case 'TodoAdded':
      return { kind: 'todo', listId: event.data.listId, title: event.data.title };
    case 'ListCreated':
    case 'ListReceived':
      return { kind: 'list', listId: id, title: event.data.name };
    default:
      return undefined;
  }
}

function begun({ streamId: id, workspaceId, recordedAt: changedAt }: Recorded<DomainEvent>) {
  const nothing = { formerTitles: [], titleWords: [], otherWords: [] };
  return { id, workspaceId, ...nothing, completedAt: null, removedAt: null, changedAt };
}

function change(entry: Entry, event: DomainEvent, recordedAt: Date): Partial<Entry> {
  switch (event.type) {
    case 'TodoRenamed':
      return renamed(entry, event.data.title);
    case 'ListRenamed':
      return renamed(entry, event.data.name);
    case 'TodoMoved':
      return { listId: event.data.listId };
    case 'TodoCompleted':
      return { completedAt: recordedAt };
    case 'TodoCompletedBefore':
      return { completedAt: new Date(event.data.at) };
    case 'TodoReopened':
      return { completedAt: null };
    case 'TodoRemoved':
    case 'ListRemoved':
      return { removedAt: recordedAt };
    case 'TodoRestored':
    case 'ListRestored':
      return { removedAt: null };
    case 'ListTransferred':
      return event.data.as === 'move' ? { removedAt: recordedAt } : {};
    default:
      return {};
  }
}

function renamed({ title: before, ...entry }: Entry, title: string): Entry {
  const formerTitles = [before, ...entry.formerTitles].filter((former) => former !== title);
  return withWords({ ...entry, title, formerTitles: [...new Set(formerTitles)] });
}

/** Each text besides the title that is to be found, in its place here. */
const otherTexts = ({ formerTitles }: Entry): readonly string[] => [...formerTitles];

function withWords(entry: Entry): Entry {
  const inTitle = indexedWords([entry.title]);
  const others = indexedWords(otherTexts(entry)).filter((word) => !inTitle.includes(word));
  const marked = (word: string) => markOf(entry.workspaceId) + word;
  return { ...entry, titleWords: inTitle.map(marked), otherWords: others.map(marked) };
}
