import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FindLastPage, LocateTodo, type TodoList } from '#libs/queries';
import type { Notice } from '../views/index.js';
import { formatCursor } from './cursor.js';
import { listPath, type ListPlace } from './list-place.js';
import { RemovedNotice } from './removed-notice.js';

/** What has just happened on a list, when its page does not show it. */
@Injectable()
export class ListNotice {
  constructor(
    private readonly queries: QueryBus,
    private readonly removed: RemovedNotice,
  ) {}

  async of(workspaceId: string, list: TodoList, { removed, added }: ListPlace): Promise<Notice | undefined> {
    return removed === undefined
      ? await this.ofAdded(workspaceId, list, added)
      : await this.removed.ofTodo(workspaceId, removed);
  }

  /** Where a new to-do is: at the end of a list that has more pages, or of which another tab is open. */
  private async ofAdded(
    workspaceId: string,
    list: TodoList,
    added: string | undefined,
  ): Promise<Notice | undefined> {
    if (added === undefined || list.todos.some(({ id }) => id === added)) return undefined;
    const [todo, lastPage] = await Promise.all([
      this.queries.execute(new LocateTodo(workspaceId, added)),
      this.queries.execute(new FindLastPage(workspaceId, list.id)),
    ]);
    if (todo === undefined || todo.removed || todo.listId !== list.id) return undefined;
    return {
      text: `“${todo.title}” was added at the end of the list.`,
      link: {
        href: `${listPath(list.id, { after: lastPage && formatCursor(lastPage) })}#t-${added}`,
        label: 'Show it',
      },
    };
  }
}
