import type { TodoList } from '#libs/queries';
import { checklistForms } from '../checklist/index.js';
import { dueForm } from '../due/index.js';
import type { RefusedForm } from '../forms/refused-form.js';
import { recurrenceForm } from '../recurrence/index.js';
import type { FormView, TodoRow } from '../views/index.js';
import type { ListAddress } from './list-address.js';

interface Filled {
  readonly address: ListAddress;
  readonly refused: RefusedForm | undefined;
  /** What is to be added, and not saved yet. */
  readonly typed: string | undefined;
}

/** The forms of a list's page that people type into. Nothing can be changed in a list that is in the trash. */
export function formsOf(
  { name, removedAt }: TodoList,
  todos: readonly TodoRow[],
  { address, refused, typed = '' }: Filled,
): Readonly<Record<string, FormView>> {
  if (removedAt !== null) return {};
  const edited = todos.find(({ edit }) => edit !== undefined);
  return {
    addTodo: { title: { id: 'add', name: 'title', value: typed } },
    ...(address.edit === 'lines' ? { addLines: { lines: { id: 'lines', name: 'lines', value: '' } } } : {}),
    ...(isRenamed(address, refused)
      ? { renameList: { name: { id: 'rename', name: 'name', value: name } } }
      : {}),
    ...(edited ? formsOfTodo(edited) : {}),
  };
}

function isRenamed({ edit }: ListAddress, refused: RefusedForm | undefined): boolean {
  return edit === 'list' || (refused?.name === 'renameList' && refused.changed === undefined);
}

/** The forms to change a to-do. */
function formsOfTodo(todo: TodoRow): Readonly<Record<string, FormView>> {
  const { id, title, priority, edit } = todo;
  return {
    renameTodo: { title: { id: `edit-${id}`, name: 'title', value: title } },
    noteTodo: { note: { id: `note-${id}`, name: 'note', value: edit?.note.text ?? '' } },
    labelTodo: { label: { id: `label-${id}`, name: 'label', value: '' } },
    prioritiseTodo: { priority: { id: `priority-${id}`, name: 'priority', value: priority } },
    scheduleTodo: dueForm(`due-${id}`, todo),
    repeatTodo: recurrenceForm(`again-${id}`, todo),
    ...checklistForms(id, edit?.items ?? []),
  };
}
