import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadModel } from '#libs/read-model';
import { pagedTodos } from './paged-todos.js';
import type { TodoCursor } from './todo-cursor.js';

/** Finds the to-do after which the last page of a list begins; undefined if the list fits on one page. */
export class FindLastPage extends Query<TodoCursor | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly listId: string,
  ) {
    super();
  }
}

@QueryHandler(FindLastPage)
export class FindLastPageHandler implements IQueryHandler<FindLastPage> {
  constructor(private readonly readModel: ReadModel) {}

  async execute({ workspaceId, listId }: FindLastPage): Promise<TodoCursor | undefined> {
    return await pagedTodos(this.readModel, { workspaceId, listId, show: 'all' }).beginning();
  }
}
