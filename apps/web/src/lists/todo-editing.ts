import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FindNeighbours, FindNote, GetLists, type Show, type TodoItem } from '#libs/queries';
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
    { listId, todo, show }: { readonly listId: string; readonly todo: TodoItem; readonly show: Show },
  ): Promise<TodoEdit> {
    const [lists, note, { previous, next }] = await Promise.all([
      this.lists(workspaceId, listId),
      this.note(workspaceId, todo.id),
      this.queries.execute(new FindNeighbours(workspaceId, { listId, todoId: todo.id, show })),
    ]);
    return {
      lists,
      note,
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

  /** The lists that a menu offers. @param listId the one that a to-do is in */
  async lists(workspaceId: string, listId?: string): Promise<readonly ListChoice[]> {
    const { lists } = await this.queries.execute(new GetLists(workspaceId, { limit: MENU }));
    return lists.map(({ id, name }) => ({ id, name, current: id === listId }));
  }
}
