import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { List } from '#libs/domain';
import { PageReadModel } from '#libs/read-model';

export type FoundList = Pick<List, 'id' | 'name' | 'removedAt' | 'version'>;

/** Finds a list by its id, whether or not it is in the trash. */
export class FindList extends Query<FoundList | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly listId: string,
  ) {
    super();
  }
}

@QueryHandler(FindList)
export class FindListHandler implements IQueryHandler<FindList> {
  constructor(private readonly readModel: PageReadModel) {}

  async execute({ workspaceId, listId }: FindList): Promise<FoundList | undefined> {
    return await this.readModel.kysely
      .selectFrom('lists')
      .select(['id', 'name', 'removed_at as removedAt', 'version'])
      .where('id', '=', listId)
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirst();
  }
}
