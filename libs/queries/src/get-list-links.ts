import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { PageReadModel } from '#libs/read-model';

/** A list as what leads to it says it. */
export interface ListLink {
  readonly id: string;
  readonly name: string;
  readonly open: number;
}

export interface ListLinks {
  readonly lists: readonly ListLink[];
  /** Whether the workspace has more of them. */
  readonly hasMore: boolean;
}

/** More than that are no help beside a page. */
const MOST = 50;

/** Gets the first lists of a workspace, oldest first, without those in the archive or the trash, by one cheap statement. */
export class GetListLinks extends Query<ListLinks> {
  constructor(readonly workspaceId: string) {
    super();
  }
}

@QueryHandler(GetListLinks)
export class GetListLinksHandler implements IQueryHandler<GetListLinks> {
  constructor(private readonly readModel: PageReadModel) {}

  async execute({ workspaceId }: GetListLinks): Promise<ListLinks> {
    const rows = await this.readModel.kysely
      .selectFrom('lists as l')
      .leftJoin('list_totals as t', (join) =>
        join.onRef('t.list_id', '=', 'l.id').onRef('t.workspace_id', '=', 'l.workspace_id'),
      )
      .select(['l.id', 'l.name', sql<number>`coalesce(t.open, 0)`.as('open')])
      .where('l.workspace_id', '=', workspaceId)
      .where('l.removed_at', 'is', null)
      .where('l.archived_at', 'is', null)
      .orderBy('l.id')
      .limit(MOST + 1)
      .execute();
    return { lists: rows.slice(0, MOST), hasMore: rows.length > MOST };
  }
}
