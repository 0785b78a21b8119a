import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  FindChecklist,
  FindLabels,
  FindNeighbours,
  FindNote,
  GetLists,
  type LabelledTodo,
  type Show,
  type ShownLabel,
} from '#libs/queries';
import { itemRows } from '../checklist/index.js';
import { byName } from '../locales/index.js';
import { renderNote } from '../notes/index.js';
import type { ListChoice, NoteEdit, TodoEdit } from '../views/index.js';

/** As many lists as a menu can sensibly offer. */
const MENU = 500;

/** Where a to-do that is being edited can go: up, down, and to other lists. */
@Injectable()
export class TodoEditing {
  constructor(private readonly queries: QueryBus) {}

  async of(
    workspaceId: string,
    { listId, todo, show }: { readonly listId: string; readonly todo: LabelledTodo; readonly show: Show },
  ): Promise<TodoEdit> {
    const [lists, labels, note, items, { previous, next }] = await Promise.all([
      this.lists(workspaceId, listId),
      this.labels(workspaceId),
      this.note(workspaceId, todo.id),
      this.queries.execute(new FindChecklist(workspaceId, todo.id)),
      this.queries.execute(new FindNeighbours(workspaceId, { listId, todoId: todo.id, show })),
    ]);
    return {
      lists,
      labelNames: namesOf(labels, todo),
      note,
      items: itemRows(items),
      ...(previous === null ? {} : { up: previous }),
      ...(next === null ? {} : { down: next }),
    };
  }

  private async note(workspaceId: string, todoId: string): Promise<NoteEdit> {
    const found = await this.queries.execute(new FindNote(workspaceId, todoId));
    const { note, noteVersion } = found ?? { note: '', noteVersion: 0 };
    const shown = note === '' ? {} : { html: await renderNote(note) };
    return { text: note, ...shown, version: noteVersion };
  }

  /** The labels of the workspace, as its reader sorts them. */
  async labels(workspaceId: string): Promise<readonly ShownLabel[]> {
    const labels = await this.queries.execute(new FindLabels(workspaceId));
    return labels.toSorted((one, other) => byName(one.name, other.name));
  }

  /** The lists that a menu offers. @param listId the one that a to-do is in */
  async lists(workspaceId: string, listId?: string): Promise<readonly ListChoice[]> {
    const { lists } = await this.queries.execute(new GetLists(workspaceId, { limit: MENU }));
    return lists.map(({ id, name }) => ({ id, name, current: id === listId }));
  }
}

/** Those that the to-do does not have yet. */
function namesOf(labels: readonly ShownLabel[], { labels: had }: LabelledTodo): readonly string[] {
  const others = labels.filter(({ id }) => had.every((label) => label.id !== id));
  return others.map(({ name }) => name);
}
