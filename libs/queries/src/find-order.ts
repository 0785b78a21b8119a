import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { generateKeyBetween } from 'fractional-indexing';
import { sql } from 'kysely';
import { ReadModel } from '#libs/read-model';

interface Bounds {
  readonly lower: string | null;
  readonly upper: string | null;
}

/**
 * The order (a key of fractional indexing) that puts a to-do directly before another one of a list; at the list's end
 * when there is no such to-do.
 */
export class FindOrder extends Query<string> {
  constructor(
    readonly workspaceId: string,
    readonly between: {
      readonly listId: string;
      /** The to-do that is to be moved. */
      readonly todoId: string;
      readonly before: string | undefined;
    },
  ) {
    super();
  }
}

@QueryHandler(FindOrder)
export class FindOrderHandler implements IQueryHandler<FindOrder> {
  constructor(private readonly readModel: ReadModel) {}

  async execute(query: FindOrder): Promise<string> {
    const { lower, upper } = await this.bounds(query);
    return generateKeyBetween(lower, upper);
  }

  /** `lower` is the highest order below `upper`: of two to-dos with the same order, neither can be squeezed between. */
  private async bounds({ workspaceId, between: { listId, todoId, before } }: FindOrder): Promise<Bounds> {
    const { rows } = await sql<Bounds>`
      with others as (
        select id, sort_order from todos
        where list_id = ${listId} and workspace_id = ${workspaceId} and removed_at is null and id <> ${todoId}
      ), place as (
        select (select sort_order from others where id = ${before ?? null}::uuid) as upper
      )
      select upper, (
        select sort_order from others
        where place.upper is null or sort_order < place.upper
        order by sort_order desc limit 1
      ) as lower
      from place`.execute(this.readModel.kysely);
    return rows[0] ?? { lower: null, upper: null };
  }
}
