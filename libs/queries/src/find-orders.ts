import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { generateNKeysBetween } from 'fractional-indexing';
import { Workspaces } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';
import { HeadWaiter } from './history/head-waiter.js';

/** Finds so many orders (keys of fractional indexing), each behind the one before, at the end of a list. */
export class FindOrders extends Query<readonly string[]> {
  constructor(
    readonly workspaceId: string,
    readonly destination: { readonly listId: string; readonly count: number },
  ) {
    super();
  }
}

/** Behind the last one there is always room: such keys do not grow. */
@QueryHandler(FindOrders)
export class FindOrdersHandler implements IQueryHandler<FindOrders> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly workspaces: Workspaces,
    private readonly head: HeadWaiter,
  ) {}

  async execute({ workspaceId, destination: { listId, count } }: FindOrders): Promise<readonly string[]> {
    // Behind what was added a moment ago as well: see `FindOrder`.
    await this.head.reached(await this.workspaces.shardOf(workspaceId));
    const last = await this.readModel.kysely
      .selectFrom('todos')
      .select('sort_order as order')
      .where('list_id', '=', listId)
      .where('workspace_id', '=', workspaceId)
      .where('removed_at', 'is', null)
      .orderBy('sort_order', 'desc')
      .limit(1)
      .executeTakeFirst();
    return generateNKeysBetween(last?.order ?? null, null, count);
  }
}
