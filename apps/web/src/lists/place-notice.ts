import type { PlacedTodo } from '#libs/queries';
import type { TodoRow, Undo } from '../views/index.js';
import type { Told } from './notices.js';

type Row = PlacedTodo & TodoRow;

/** Where on the page it stands what has just happened: beside the row that it is about, or where that row was. */
export function placeNotice(
  rows: readonly Row[],
  told: Told | undefined,
): { readonly todos: readonly Row[]; readonly notice: Told | undefined } {
  const found = told?.beside && sideOf(rows, told.beside);
  if (told === undefined || found === undefined) return { todos: rows, notice: told };
  const { row, side } = found;
  const todos = rows.map((other) => (other === row ? { ...row, notice: placeAt(row, told) ?? side } : other));
  const undo = told.undo && row.edit ? { undo: whileEditing(told.undo, row) } : {};
  return { todos, notice: { ...told, ...undo, inRow: true } };
}

/** At the checklist of its own row, where that is open. */
function placeAt(row: Row, { isOfItem = false }: Told): Row['notice'] {
  return row.edit && isOfItem ? 'checklist' : undefined;
}

/** Its own row, or the one that stood behind it, or the last one. */
function sideOf(rows: readonly Row[], { id, order }: NonNullable<Told['beside']>) {
  const own = rows.find((row) => row.id === id);
  const behind = rows.find((row) => row.order > order);
  const last = rows.at(-1);
  if (own !== undefined) return { row: own, side: 'below' } as const;
  else if (behind !== undefined) return { row: behind, side: 'above' } as const;
  else return last && ({ row: last, side: 'below' } as const);
}

/** What is open for editing stays open. */
function whileEditing(undo: Undo, { id }: Row): Undo {
  return { ...undo, fields: { ...undo.fields, edit: id } };
}
