import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadModel } from '#libs/read-model';
import { PAGE_SIZE } from './shown.js';
import { TOTALS } from './totals.js';

export interface ListSummary {
  readonly id: string;
  readonly name: string;
  readonly open: number;
  readonly done: number;
}

export interface Lists {
  readonly lists: readonly ListSummary[];
  /** The id of the last list, when there are more behind it. */
  readonly next: string | undefined;
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Gets a page of a workspace's lists, oldest first, without those in the trash. */
export class GetLists extends Query<Lists> {
  constructor(
    readonly workspaceId: string,
    readonly page: { readonly after?: string | undefined; readonly limit?: number } = {},
  ) {
    super();
  }
}

@QueryHandler(GetLists)
export class GetListsHandler implements IQueryHandler<GetLists> {
  constructor(private readonly readModel: ReadModel) {}

  async execute({ workspaceId, page: { after, limit = PAGE_SIZE } }: GetLists): Promise<Lists> {
    const rows = await this.readModel.kysely
      .selectFrom('lists as l')
      .leftJoin('list_totals as t', 't.list_id', 'l.id')
      .select(['l.id', 'l.name'])
      .select(TOTALS)
      .where('l.workspace_id', '=', workspaceId)
      .where('l.removed_at', 'is', null)
      .where('l.id', '>', after ?? BEFORE_ALL)
      .orderBy('l.id')
      .limit(limit + 1)
      .execute();
    const lists = rows.slice(0, limit);
    return { lists, next: rows.length > limit ? lists.at(-1)?.id : undefined };
  }
}
