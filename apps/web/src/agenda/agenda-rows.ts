import type { DueTodo } from '#libs/queries';
import { readersDue, type ReadersDue } from '../due/index.js';
import { presentLocale } from '../locales/index.js';
import type { AgendaRow } from '../views/index.js';
import { viewsOf, type AgendaOf } from './agenda-parts.js';

/** With when it is due where its reader is. */
export interface DatedRow {
  readonly row: AgendaRow;
  readonly due: ReadersDue;
}

/** Those of the reader's days, which are others for what is due at a time in another zone: in the order in which they are due. */
export function datedRows(todos: readonly DueTodo[], of: AgendaOf): readonly DatedRow[] {
  const workspaces = viewsOf(of);
  return todos
    .flatMap((todo): DatedRow[] => {
      const workspace = workspaces.get(todo.workspaceId);
      const due = readersDue(todo, presentLocale().timeZone);
      return workspace && due ? [{ row: { ...todo, completedAt: null, workspace }, due }] : [];
    })
    .toSorted(({ due }, other) => compare(due, other.due));
}

/** What has a time comes before what is due at any time of that day. */
function compare(one: ReadersDue, other: ReadersDue): number {
  const [at, otherAt] = [one, other].map((due) => due.at?.epochMilliseconds ?? Infinity);
  const byDay = Temporal.PlainDate.compare(one.day, other.day);
  if (byDay !== 0 || at === undefined || otherAt === undefined || at === otherAt) return byDay;
  else return at < otherAt ? -1 : 1;
}
