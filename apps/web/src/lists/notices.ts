import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FindLastPage, FindList, FindTodo, type TodoList } from '#libs/queries';
import type { Notice } from '../views/index.js';
import { LIST_NOTICES, TODO_NOTICES } from '../words/index.js';
import { formatCursor } from './cursor.js';
import { listPath, type ListAddress } from './list-address.js';

/** What has happened just now, as the address says, when the page does not show it; with a way to undo it. */
@Injectable()
export class Notices {
  constructor(private readonly queries: QueryBus) {}

  async onList(
    workspaceId: string,
    list: TodoList,
    { removed, added }: ListAddress,
  ): Promise<Notice | undefined> {
    if (removed !== undefined) return await this.ofRemovedTodo(workspaceId, removed);
    else if (added !== undefined) return await this.ofAddedTodo(workspaceId, list, added);
    else return undefined;
  }

  async ofRemovedList(workspaceId: string, listId: string): Promise<Notice | undefined> {
    const list = await this.queries.execute(new FindList(workspaceId, listId));
    if (!list?.removedAt) return undefined;
    return {
      text: LIST_NOTICES.removed(list.name),
      undo: { action: `/lists/${listId}/restore`, label: 'Undo' },
    };
  }

  private async ofRemovedTodo(workspaceId: string, todoId: string): Promise<Notice | undefined> {
    const todo = await this.queries.execute(new FindTodo(workspaceId, todoId));
    if (!todo?.removedAt) return undefined;
    return {
      text: TODO_NOTICES.removed(todo.title),
      undo: { action: `/todos/${todoId}/restore`, label: 'Undo' },
    };
  }

  /** Where a new to-do is: at the end of a list that has more pages, or of which another tab is open. */
  private async ofAddedTodo(workspaceId: string, list: TodoList, added: string): Promise<Notice | undefined> {
    if (list.todos.some(({ id }) => id === added)) return undefined;
    const [todo, lastPage] = await Promise.all([
      this.queries.execute(new FindTodo(workspaceId, added)),
      this.queries.execute(new FindLastPage(workspaceId, list.id)),
    ]);
    if (todo === undefined || todo.removedAt !== null || todo.listId !== list.id) return undefined;
    const page = listPath(list.id, { after: lastPage && formatCursor(lastPage) });
    return { text: TODO_NOTICES.added(todo.title), link: { href: `${page}#t-${added}`, label: 'Show it' } };
  }
}
