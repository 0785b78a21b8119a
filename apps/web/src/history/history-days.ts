import type { HistoryEntry, Step } from '#libs/queries';
import { addToPath } from '../http/add-to-path.js';
import { listPath } from '../lists/list-address.js';
import { say } from '../locales/index.js';
import { undoPath } from '../undo/undo-path.js';
import type { HistoryDay, HistoryRow } from '../views/index.js';
import { historyWords, isOfMany } from '../words/index.js';
import { noteThen } from './note-then.js';
import { underDays } from './under-days.js';

/** What to call who did something. */
export type NameOf = (actorId: string) => string;

/**
 * Entries as a page shows them, under the days (in the reader's zone) on which they happened.
 *
 * @param listId whose history it is; that of a to-do when undefined
 */
export function historyDays(
  entries: readonly HistoryEntry[],
  nameOf: NameOf,
  listId?: string,
): readonly HistoryDay[] {
  return underDays(entries.map((entry) => historyRow(entry, nameOf, listId)));
}

export function historyRow(entry: HistoryEntry, nameOf: NameOf, listId?: string): HistoryRow {
  return {
    who: nameOf(entry.actorId),
    at: entry.recordedAt,
    ...undoOf(entry),
    ...noteThen(entry),
    ...(listId === undefined ? rowOfTodo(entry) : rowOfList(entry, listId)),
  };
}

type Told = Omit<HistoryRow, 'who' | 'at' | 'undo' | 'note'>;

/** What keeps to-dos in order nobody has done, and what cannot be read cannot be taken back. */
function undoOf({ step, commandId }: HistoryEntry): Pick<HistoryRow, 'undo'> {
  if (step.of === 'unknown' || step.event.type === 'TodoRenumbered') return {};
  else return { undo: undoPath(commandId) };
}

/** The list that it leads to is the one that the to-do was in then. */
function rowOfTodo(entry: HistoryEntry): Told {
  const row = { words: historyWords(entry, 'todo') };
  const step = lastKnown(entry.step);
  return step?.of === 'todo' ? { ...row, listThen: pastList(step.after.listId, entry.moment) } : row;
}

function rowOfList(entry: HistoryEntry, listId: string): Told {
  const row = { words: historyWords(entry, 'list') };
  const subject = isOfMany(entry) ? {} : subjectOf(entry.step);
  return { ...row, ...subject, listThen: pastList(listId, entry.moment) };
}

/** What it happened to, as it was called then. */
function subjectOf(step: Step): Pick<HistoryRow, 'subject'> {
  const known = lastKnown(step);
  if (known === undefined) return {};
  else if (known.of === 'list') return { subject: { text: say('past.the-list') } };
  else if (known.of === 'labels') return {};
  else return { subject: { text: known.after.title, href: `/todos/${known.after.id}/history` } };
}

/** Of a stream that cannot be read any further, the last event that could be. */
function lastKnown(step: Step) {
  return step.of === 'unknown' ? step.last : step;
}

function pastList(listId: string, moment: string): string {
  return addToPath(listPath(listId), { asOf: moment });
}
