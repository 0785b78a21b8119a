import type { Decision } from '../decision.js';
import { parseNote } from './note.js';
import type { Todo, TodoEvent } from './todo.js';

/**
 * Gives a to-do another note; an empty one takes it away. `from` is the `noteVersion` that the new one was made from: a note is too long
 * to be sent twice.
 */
export function noteTodo(
  todo: Todo | undefined,
  { note, from }: { readonly note: string; readonly from?: number | undefined },
): Decision<TodoEvent> {
  const parsed = parseNote(note);
  if (todo === undefined) return 'todo-not-found';
  else if (todo.removedAt !== null) return 'todo-in-trash';
  else if (!parsed.ok) return `note-${parsed.problem}`;
  else if (parsed.text === todo.note) return [];
  else if (from !== todo.noteVersion) return 'note-changed';
  else return [{ type: 'TodoNoted', data: { note: parsed.text } }];
}
