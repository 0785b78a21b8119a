import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { ReadModel } from '#libs/read-model';
import type { TodoCursor } from './get-todo-list.js';
import { PAGE_SIZE } from './shown.js';

/** Behind which to-do the last page of a list begins; undefined when all of it fits on one page. */
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
    const { rows } = await sql<TodoCursor>`
      select sort_order as "order", id from todos
      where list_id = ${listId} and workspace_id = ${workspaceId} and removed_at is null
      order by sort_order desc, id desc offset ${PAGE_SIZE} limit 1`.execute(this.readModel.kysely);
    return rows[0];
  }
}
