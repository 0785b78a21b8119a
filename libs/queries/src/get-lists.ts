import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { PageReadModel } from '#libs/read-model';
import { pageOf, pagesAround, type Paged, type Pages } from './pages.js';
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
  /** A place among them is the id of a list. */
  readonly pages: Pages<string>;
}

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const BEHIND_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

interface Asked {
  readonly after?: string | undefined;
  readonly limit?: number;
  /** Those in the archive, rather than the others. */
  readonly areArchived?: boolean;
}

/** Gets a page of a workspace's lists, oldest first, without those in the trash. */
export class GetLists extends Query<Lists> {
  constructor(
    readonly workspaceId: string,
    readonly page: Asked = {},
  ) {
    super();
  }
}

@QueryHandler(GetLists)
export class GetListsHandler implements IQueryHandler<GetLists> {
  constructor(private readonly readModel: PageReadModel) {}

  async execute({ workspaceId, page }: GetLists): Promise<Lists> {
    const { after, limit = PAGE_SIZE, areArchived = false } = page;
    const found = await this.readModel.kysely
      .selectFrom('lists as l')
      .leftJoin('list_totals as t', (join) =>
        join.onRef('t.list_id', '=', 'l.id').onRef('t.workspace_id', '=', 'l.workspace_id'),
      )
      .select(['l.id', 'l.name'])
      .select(TOTALS)
      .where('l.workspace_id', '=', workspaceId)
      .where('l.removed_at', 'is', null)
      .where('l.archived_at', areArchived ? 'is not' : 'is', null)
      .where('l.id', '>', after ?? BEFORE_ALL)
      .orderBy('l.id')
      .limit(limit + 1)
      .execute();
    const { rows, next } = pageOf(found, limit, ({ id }) => id);
    const paged = this.paged(workspaceId, { limit, areArchived });
    return { lists: rows, pages: await pagesAround(paged, { after, shown: rows.length, next }) };
  }

  private paged(
    workspaceId: string,
    { limit, areArchived }: Required<Pick<Asked, 'limit' | 'areArchived'>>,
  ): Paged<string> {
    const lists = (upTo = BEHIND_ALL) =>
      this.readModel.kysely
        .selectFrom('lists')
        .where('workspace_id', '=', workspaceId)
        .where('removed_at', 'is', null)
        .where('archived_at', areArchived ? 'is not' : 'is', null)
        .where('id', '<=', upTo);
    return {
      count: async (upTo) => {
        const row = await lists(upTo)
          .select(sql<number>`count(*)::int`.as('count'))
          .executeTakeFirst();
        return row?.count ?? 0;
      },
      beginning: async (endsWith) => {
        const from = lists(endsWith).select('id').orderBy('id', 'desc');
        return (await from.offset(limit).limit(1).executeTakeFirst())?.id;
      },
    };
  }
}
