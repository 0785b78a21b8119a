import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { PageReadModel } from '#libs/read-model';

/** Which to-do stands first behind a place of a list, leaving one out; undefined when that is the end. */
export class FindFollower extends Query<string | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly place: { readonly listId: string; readonly order: string; readonly except: string },
  ) {
    super();
  }
}

@QueryHandler(FindFollower)
export class FindFollowerHandler implements IQueryHandler<FindFollower> {
  constructor(private readonly readModel: PageReadModel) {}

  async execute({ workspaceId, place }: FindFollower): Promise<string | undefined> {
    const follower = await this.readModel.kysely
      .selectFrom('todos')
      .select('id')
      .where('list_id', '=', place.listId)
      .where('workspace_id', '=', workspaceId)
      .where('removed_at', 'is', null)
      .where('sort_order', '>=', place.order)
      .where('id', '<>', place.except)
      .orderBy('sort_order')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    return follower?.id;
  }
}
