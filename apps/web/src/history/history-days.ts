import type { HistoryEntry } from '#libs/queries';
import { addToPath } from '../forms/add-to-path.js';
import { listPath } from '../lists/list-place.js';
import type { HistoryDay, HistoryRow } from '../views/index.js';
import { actorName } from './actor-name.js';
import { changeWords } from './change-words.js';

/**
 * Entries as a page shows them, under the days (in UTC) on which they happened.
 *
 * @param listId whose history it is; that of a to-do when undefined
 */
export function historyDays(entries: readonly HistoryEntry[], listId?: string): readonly HistoryDay[] {
  const days: { day: Date; entries: HistoryRow[] }[] = [];
  for (const entry of entries) {
    const day = new Date(entry.recordedAt);
    day.setUTCHours(0, 0, 0, 0);
    const row = listId === undefined ? rowOfTodo(entry) : rowOfList(entry, listId);
    const last = days.at(-1);
    if (last?.day.getTime() === day.getTime()) last.entries.push(row);
    else days.push({ day, entries: [row] });
  }
  return days;
}

/** The list that it leads to is the one that the to-do was in then. */
function rowOfTodo({ actorId, recordedAt, moment, change, subject }: HistoryEntry): HistoryRow {
  const row = { who: actorName(actorId), at: recordedAt, words: changeWords(change, 'todo') };
  return subject.kind === 'todo' ? { ...row, listThen: pastList(subject.listId, moment) } : row;
}

function rowOfList(
  { actorId, recordedAt, moment, change, subject }: HistoryEntry,
  listId: string,
): HistoryRow {
  const row = { who: actorName(actorId), at: recordedAt, words: changeWords(change, 'list') };
  return { ...row, ...subjectOf(subject), listThen: pastList(listId, moment) };
}

function subjectOf(subject: HistoryEntry['subject']): Pick<HistoryRow, 'subject'> {
  switch (subject.kind) {
    case 'list':
      return { subject: { text: 'The list' } };
    case 'todo':
      return { subject: { text: subject.title, href: `/todos/${subject.id}/history` } };
    case 'unknown':
      return {};
  }
}

function pastList(listId: string, moment: string): string {
  return addToPath(listPath(listId), { asOf: moment });
}
