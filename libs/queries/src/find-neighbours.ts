import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { PageReadModel } from '#libs/read-model';
import { IS_SHOWN, type Show } from './shown.js';

/** The ids of the to-dos directly before and after a to-do; null where there is none. */
export interface Neighbours {
  readonly previous: string | null;
  readonly next: string | null;
}

/** Finds the neighbours of a to-do among those that the tab shows, even if they are on other pages. */
export class FindNeighbours extends Query<Neighbours> {
  constructor(
    readonly workspaceId: string,
    readonly target: { readonly listId: string; readonly todoId: string; readonly show: Show },
  ) {
    super();
  }
}

@QueryHandler(FindNeighbours)
export class FindNeighboursHandler implements IQueryHandler<FindNeighbours> {
  constructor(private readonly readModel: PageReadModel) {}

  async execute({ workspaceId, target: { listId, todoId, show } }: FindNeighbours): Promise<Neighbours> {
    const { rows } = await sql<Neighbours>`
      with here as (
        select sort_order, id from todos where id = ${todoId} and workspace_id = ${workspaceId}
      ), shown as (
        select sort_order, id from todos
        where list_id = ${listId} and workspace_id = ${workspaceId} and removed_at is null and ${IS_SHOWN[show]}
      )
      select (
          select s.id from shown s, here where (s.sort_order, s.id) < (here.sort_order, here.id)
          order by s.sort_order desc, s.id desc limit 1
        ) as previous,
        (
          select s.id from shown s, here where (s.sort_order, s.id) > (here.sort_order, here.id)
          order by s.sort_order, s.id limit 1
        ) as next`.execute(this.readModel.kysely);
    return rows[0] ?? { previous: null, next: null };
  }
}
