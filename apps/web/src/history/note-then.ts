import type { HistoryEntry } from '#libs/queries';
import type { HistoryRow } from '../views/index.js';

/** Code points of a note that a history shows. */
const SHOWN = 280;

/** What was written into a note or, when it was taken away, what stood there. */
export function noteThen({ step }: HistoryEntry): Pick<HistoryRow, 'note'> {
  if (step.of !== 'todo' || step.event.type !== 'TodoNoted') return {};
  const todo = step.after.note === '' ? step.before : step.after;
  if (todo === undefined || todo.note === '') return {};
  const characters = Array.from(todo.note);
  const text = characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : todo.note;
  return { note: { text, href: `/todos/${todo.id}/note?version=${todo.noteVersion}` } };
}
