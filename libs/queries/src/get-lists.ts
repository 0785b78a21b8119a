import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { ReadModel } from '#libs/read-model';

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

/** A workspace's lists, oldest first, without those in the trash. */
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

  async execute({ workspaceId, page: { after, limit = 100 } }: GetLists): Promise<Lists> {
    const { rows } = await sql<ListSummary>`
      select l.id, l.name, coalesce(t.open, 0) as open, coalesce(t.done, 0) as done
      from lists l left join list_totals t on t.list_id = l.id
      where l.workspace_id = ${workspaceId} and l.removed_at is null
        and l.id > ${after ?? '00000000-0000-0000-0000-000000000000'}
      order by l.id limit ${limit + 1}`.execute(this.readModel.kysely);
    const lists = rows.slice(0, limit);
    return { lists, next: rows.length > limit ? lists.at(-1)?.id : undefined };
  }
}
