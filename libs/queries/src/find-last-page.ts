import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadModel } from '#libs/read-model';
import type { TodoCursor } from './get-todo-list.js';
import { PAGE_SIZE } from './shown.js';

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

  /** From the end of the index, so it takes as long in a list of ten thousand. */
  async execute({ workspaceId, listId }: FindLastPage): Promise<TodoCursor | undefined> {
    return await this.readModel.kysely
      .selectFrom('todos')
      .select(['sort_order as order', 'id'])
      .where('list_id', '=', listId)
      .where('workspace_id', '=', workspaceId)
      .where('removed_at', 'is', null)
      .orderBy('sort_order', 'desc')
      .orderBy('id', 'desc')
      .offset(PAGE_SIZE)
      .limit(1)
      .executeTakeFirst();
  }
}
