import type { PlacedTodo } from '#libs/queries';
import type { TodoRow, Undo } from '../views/index.js';
import type { Told } from './notices.js';

type Row = PlacedTodo & TodoRow;

/** Where on the page it stands what has just happened: beside the row that it is about, or where that row was. */
export function placeNotice(
  rows: readonly Row[],
  told: Told | undefined,
): { readonly todos: readonly Row[]; readonly notice: Told | undefined } {
  const { beside } = told ?? {};
  if (told === undefined || beside === undefined) return { todos: rows, notice: told };
  const own = rows.findIndex(({ id }) => id === beside.id);
  const behind = rows.findIndex(({ order }) => order > beside.order);
  const [index, notice] = own >= 0 || behind < 0 ? ([own, 'below'] as const) : ([behind, 'above'] as const);
  const row = rows.at(index);
  if (row === undefined) return { todos: rows, notice: told };
  return {
    todos: rows.map((other) => (other === row ? { ...row, notice } : other)),
    notice: {
      ...told,
      inRow: true,
      ...(told.undo && row.edit ? { undo: whileEditing(told.undo, row) } : {}),
    },
  };
}

/** What is open for editing stays open. */
function whileEditing(undo: Undo, { id }: Row): Undo {
  return { ...undo, fields: { ...undo.fields, edit: id } };
}
