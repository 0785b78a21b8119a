import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FindNeighbours, GetLists, type Show, type TodoItem } from '#libs/queries';
import type { ListChoice, TodoEdit } from '../views/index.js';

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
    const [lists, { previous, next }] = await Promise.all([
      this.lists(workspaceId, listId),
      this.queries.execute(new FindNeighbours(workspaceId, { listId, todoId: todo.id, show })),
    ]);
    return {
      lists,
      ...(previous === null ? {} : { up: previous }),
      ...(next === null ? {} : { down: next }),
    };
  }

  /** The lists that a menu offers. */
  async lists(workspaceId: string, listId: string): Promise<readonly ListChoice[]> {
    const { lists } = await this.queries.execute(new GetLists(workspaceId, { limit: MENU }));
    return lists.map(({ id, name }) => ({ id, name, current: id === listId }));
  }
}
