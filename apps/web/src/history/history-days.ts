import type { HistoryEntry, Step } from '#libs/queries';
import { addToPath } from '../http/add-to-path.js';
import { listPath } from '../lists/list-address.js';
import type { HistoryDay, HistoryRow } from '../views/index.js';
import { historyWords } from '../words/index.js';
import { actorName } from './actor-name.js';

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
function rowOfTodo(entry: HistoryEntry): HistoryRow {
  const row = { who: actorName(entry.actorId), at: entry.recordedAt, words: historyWords(entry, 'todo') };
  const step = lastKnown(entry.step);
  return step?.of === 'todo' ? { ...row, listThen: pastList(step.after.listId, entry.moment) } : row;
}

function rowOfList(entry: HistoryEntry, listId: string): HistoryRow {
  const row = { who: actorName(entry.actorId), at: entry.recordedAt, words: historyWords(entry, 'list') };
  return { ...row, ...subjectOf(entry.step), listThen: pastList(listId, entry.moment) };
}

/** What it happened to, as it was called then. */
function subjectOf(step: Step): Pick<HistoryRow, 'subject'> {
  const known = lastKnown(step);
  if (known === undefined) return {};
  else if (known.of === 'list') return { subject: { text: 'The list' } };
  else return { subject: { text: known.after.title, href: `/todos/${known.after.id}/history` } };
}

/** Of a stream that cannot be read any further, the last event that could be. */
function lastKnown(step: Step) {
  return step.of === 'unknown' ? step.last : step;
}

function pastList(listId: string, moment: string): string {
  return addToPath(listPath(listId), { asOf: moment });
}
