import type { Change } from '#libs/queries';

/** Whose history it is: that of a list names the to-do beside what changed, that of a to-do need not. */
export type HistoryOf = 'list' | 'todo';

const WORDS = {
  completed: 'Completed',
  reopened: 'Reopened',
  removed: 'Moved to the trash',
  restored: 'Restored from the trash',
  'moved-up': 'Moved up',
  'moved-down': 'Moved down',
} as const;

/** What was changed, in words. */
export function changeWords(change: Change, of: HistoryOf): string {
  if (change.kind === 'created') {
    return `Created as ${quoted(change.name)}`;
  } else if (change.kind === 'added') {
    return of === 'list' ? 'Added' : `Added to ${listName(change.toList)} as ${quoted(change.title)}`;
  } else if (change.kind === 'renamed') {
    return `Renamed from ${quoted(change.from)} to ${quoted(change.to)}`;
  } else if (change.kind === 'moved') {
    return `Moved from ${listName(change.fromList)} to ${listName(change.toList)}`;
  } else if (change.kind === 'unreadable') {
    return `Something that this version of the app cannot read (${change.eventType})`;
  } else {
    return WORDS[change.kind];
  }
}

function listName(name: string | undefined): string {
  return name === undefined ? 'a list that cannot be read' : quoted(name);
}

function quoted(text: string): string {
  return `“${text}”`;
}
