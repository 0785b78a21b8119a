import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Todo } from '#libs/domain';
import { PageReadModel } from '#libs/read-model';

export type FoundTodo = Pick<Todo, 'id' | 'listId' | 'title' | 'removedAt' | 'version'>;

/** Finds a to-do by its id, whether or not it is in the trash. */
export class FindTodo extends Query<FoundTodo | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly todoId: string,
  ) {
    super();
  }
}

@QueryHandler(FindTodo)
export class FindTodoHandler implements IQueryHandler<FindTodo> {
  constructor(private readonly readModel: PageReadModel) {}

  async execute({ workspaceId, todoId }: FindTodo): Promise<FoundTodo | undefined> {
    return await this.readModel.kysely
      .selectFrom('todos')
      .select(['id', 'list_id as listId', 'title', 'removed_at as removedAt', 'version'])
      .where('id', '=', todoId)
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirst();
  }
}
