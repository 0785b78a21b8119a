import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { PageReadModel } from '#libs/read-model';

/**
 * Finds the revision of a list: a text that is another one after every change to the list or its to-dos. Two
 * pages of a list that were made at the same revision show the same. Undefined if there is no such list.
 *
 * A page that is kept under a revision must not be made of older rows: within one `Reading` the rows come from the same
 * database, over the same connection.
 */
export class FindRevision extends Query<string | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly listId: string,
  ) {
    super();
  }
}

@QueryHandler(FindRevision)
export class FindRevisionHandler implements IQueryHandler<FindRevision> {
  constructor(private readonly readModel: PageReadModel) {}

  async execute({ workspaceId, listId }: FindRevision): Promise<string | undefined> {
    const row = await this.readModel.kysely
      .selectFrom('lists as l')
      .leftJoin('list_totals as t', (join) =>
        join.onRef('t.list_id', '=', 'l.id').onRef('t.workspace_id', '=', 'l.workspace_id'),
      )
      .select(['l.name', 'l.removed_at', 't.revision'])
      .where('l.id', '=', listId)
      .where('l.workspace_id', '=', workspaceId)
      .executeTakeFirst();
    return row && JSON.stringify(row);
  }
}
