import type { FieldForm, Page } from './page.view.js';

/** The fields that a page may have. */
interface Fields extends Page {
  readonly create?: FieldForm;
  readonly add?: FieldForm;
  readonly typed?: FieldForm;
  readonly rename?: FieldForm;
  readonly pick?: FieldForm;
  readonly todos?: readonly { readonly id: string; readonly edit?: { readonly title: FieldForm } }[];
}

export interface FieldError {
  /** The id of the field on the page. */
  readonly field: string;
  readonly message: string;
}

/** What the summary on top of a page lists: every field that was refused. */
export function fieldErrors({ create, add, typed, rename, pick, todos = [] }: Fields): readonly FieldError[] {
  return [
    ...errorOf('create', create),
    ...errorOf('add', add),
    ...errorOf('typed', typed),
    ...errorOf('rename', rename),
    ...errorOf('as-of', pick),
    ...todos.flatMap(({ id, edit }) => errorOf(`edit-${id}`, edit?.title)),
  ];
}

function errorOf(field: string, form: FieldForm | undefined): FieldError[] {
  if (form?.error === undefined) return [];
  else return [{ field, message: form.error }];
}
