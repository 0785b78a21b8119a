import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { PageReadModel } from '#libs/read-model';
import type { TodoCursor } from './todo-cursor.js';
import { IS_SHOWN, PAGE_SIZE, type Show } from './shown.js';

/** The page of a list that a to-do is on: behind which to-do it begins, if it is not the first. */
export interface FoundPage {
  readonly after: TodoCursor | undefined;
}

/** On which page a to-do is shown; undefined when it is not shown there. */
export class FindPage extends Query<FoundPage | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly place: { readonly listId: string; readonly todoId: string; readonly show: Show },
  ) {
    super();
  }
}

interface Row {
  readonly order: string | null;
  readonly id: string | null;
}

@QueryHandler(FindPage)
export class FindPageHandler implements IQueryHandler<FindPage> {
  constructor(private readonly readModel: PageReadModel) {}

  /** All that stands before it is counted, in the index: a few milliseconds in a list of ten thousand. */
  async execute({ workspaceId, place: { listId, todoId, show } }: FindPage): Promise<FoundPage | undefined> {
    const { rows } = await sql<Row>`
      with shown as not materialized (
        select sort_order, id from todos
        where list_id = ${listId} and workspace_id = ${workspaceId} and removed_at is null and ${IS_SHOWN[show]}
      ), here as (
        select sort_order, id from shown where id = ${todoId}
      ), page as (
        select (select count(*) from shown s where (s.sort_order, s.id) < (here.sort_order, here.id))
               / ${PAGE_SIZE}::int * ${PAGE_SIZE}::int as skipped
        from here
      )
      select last.sort_order as "order", last.id
      from page left join lateral (
        select s.sort_order, s.id from shown s
        where page.skipped > 0
        order by s.sort_order, s.id offset greatest(page.skipped - 1, 0) limit 1
      ) last on true`.execute(this.readModel.kysely);
    const [page] = rows;
    if (page === undefined) return undefined;
    const { order, id } = page;
    return { after: order === null || id === null ? undefined : { order, id } };
  }
}
