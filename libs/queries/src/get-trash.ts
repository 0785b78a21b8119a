import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { PageReadModel } from '#libs/read-model';
import { pageOf, pagesAround, type Paged, type Pages } from './pages.js';
import { PAGE_SIZE } from './shown.js';

export interface RemovedList {
  readonly id: string;
  readonly name: string;
  readonly open: number;
  readonly done: number;
  readonly removedAt: Date;
}

export interface RemovedTodo {
  readonly id: string;
  readonly title: string;
  readonly listId: string;
  readonly listName: string;
  readonly listRemoved: boolean;
  readonly removedAt: Date;
}

/** Marks where a page of the trash begins: after the list or to-do with this id and this time of removal. */
export interface TrashCursor {
  readonly removedAt: Date;
  readonly id: string;
}

export interface Trash {
  readonly lists: readonly RemovedList[];
  readonly todos: readonly RemovedTodo[];
  readonly pages: Pages<TrashCursor>;
}

/** Gets a page of a workspace's trash. What was removed last comes first. */
export class GetTrash extends Query<Trash> {
  constructor(
    readonly workspaceId: string,
    readonly page: { readonly after?: TrashCursor | undefined; readonly limit?: number } = {},
  ) {
    super();
  }
}

type Row = ({ readonly kind: 'list' } & RemovedList) | ({ readonly kind: 'todo' } & RemovedTodo);

@QueryHandler(GetTrash)
export class GetTrashHandler implements IQueryHandler<GetTrash> {
  constructor(private readonly readModel: PageReadModel) {}

  async execute({ workspaceId, page: { after, limit = PAGE_SIZE } }: GetTrash): Promise<Trash> {
    const found = await this.rows(workspaceId, after, limit + 1);
    const { rows, next } = pageOf(found, limit, ({ removedAt, id }): TrashCursor => ({ removedAt, id }));
    return {
      lists: rows.filter((row) => row.kind === 'list'),
      todos: rows.filter((row) => row.kind === 'todo'),
      pages: await pagesAround(this.paged(workspaceId, limit), { after, shown: rows.length, next }),
    };
  }

  /** Lists and to-dos are each read from one range of an index. */
  private async rows(
    workspaceId: string,
    after: TrashCursor | undefined,
    limit: number,
  ): Promise<readonly Row[]> {
    const behind = after ? sql`(removed_at, id) < (${after.removedAt}, ${after.id})` : sql`true`;
    const { rows } = await sql<Row>`
      with removed_lists as (
        select id, name, removed_at from lists
        where workspace_id = ${workspaceId} and removed_at is not null and ${behind}
        order by removed_at desc, id desc limit ${limit}
      ), removed_todos as (
        select id, title, list_id, removed_at from todos
        where workspace_id = ${workspaceId} and removed_at is not null and ${behind}
        order by removed_at desc, id desc limit ${limit}
      )
      select 'list' as kind, r.id, r.name, null as title, null as "listId", null as "listName",
             null as "listRemoved", coalesce(t.open, 0) as open, coalesce(t.done, 0) as done,
             r.removed_at as "removedAt"
      from removed_lists r left join list_totals t on t.list_id = r.id and t.workspace_id = ${workspaceId}
      union all
      select 'todo', r.id, null, r.title, r.list_id, coalesce(l.name, ''), l.removed_at is not null, null, null,
             r.removed_at
      from removed_todos r left join lists l on l.id = r.list_id and l.workspace_id = ${workspaceId}
      order by "removedAt" desc, id desc limit ${limit}`.execute(this.readModel.kysely);
    return rows;
  }

  /** The same two stretches, from the other end. */
  private paged(workspaceId: string, limit: number): Paged<TrashCursor> {
    const half = (table: 'lists' | 'todos', upTo?: TrashCursor) => sql`
      select removed_at, id from ${sql.table(table)}
      where workspace_id = ${workspaceId} and removed_at is not null
        and ${upTo ? sql`(removed_at, id) >= (${upTo.removedAt}, ${upTo.id})` : sql`true`}`;
    return {
      count: async (upTo) => {
        const { rows } = await sql<{ readonly count: number }>`
          select ((select count(*) from (${half('lists', upTo)}) l)
            + (select count(*) from (${half('todos', upTo)}) t))::int as count`.execute(
          this.readModel.kysely,
        );
        return rows[0]?.count ?? 0;
      },
      beginning: async (endsWith) => {
        const nearest = sql`order by removed_at, id limit ${limit + 1}`;
        const { rows } = await sql<TrashCursor>`
          select removed_at as "removedAt", id
          from ((${half('lists', endsWith)} ${nearest}) union all (${half('todos', endsWith)} ${nearest})) removed
          order by removed_at, id offset ${limit} limit 1`.execute(this.readModel.kysely);
        return rows[0];
      },
    };
  }
}
