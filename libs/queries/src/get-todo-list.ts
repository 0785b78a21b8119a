import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { ReadModel } from '#libs/read-model';
import { PAGE_SIZE, SHOWN, type Show } from './shown.js';

/** A place in a list: behind the to-do with this order and id. */
export interface TodoCursor {
  readonly order: string;
  readonly id: string;
}

export interface TodoItem {
  readonly id: string;
  readonly title: string;
  readonly completedAt: Date | null;
}

export interface TodoList {
  readonly id: string;
  readonly name: string;
  readonly removed: boolean;
  readonly open: number;
  readonly done: number;
  readonly todos: readonly TodoItem[];
  /** Of the last to-do, when there are more behind it. */
  readonly next: TodoCursor | undefined;
}

/** A list, with a page of its to-dos. */
export class GetTodoList extends Query<TodoList | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly listId: string,
    readonly page: { readonly show: Show; readonly after?: TodoCursor | undefined; readonly limit?: number },
  ) {
    super();
  }
}

type Header = Pick<TodoList, 'id' | 'name' | 'removed' | 'open' | 'done'>;
type Row = TodoItem & { readonly order: string };

@QueryHandler(GetTodoList)
export class GetTodoListHandler implements IQueryHandler<GetTodoList> {
  constructor(private readonly readModel: ReadModel) {}

  async execute({ workspaceId, listId, page }: GetTodoList): Promise<TodoList | undefined> {
    const [list, { todos, next }] = await Promise.all([
      this.header(workspaceId, listId),
      this.todos(workspaceId, listId, page),
    ]);
    return list && { ...list, todos, next };
  }

  private async header(workspaceId: string, listId: string): Promise<Header | undefined> {
    const { rows } = await sql<Header>`
      select l.id, l.name, l.removed_at is not null as removed, coalesce(t.open, 0) as open, coalesce(t.done, 0) as done
      from lists l left join list_totals t on t.list_id = l.id
      where l.id = ${listId} and l.workspace_id = ${workspaceId}`.execute(this.readModel.kysely);
    return rows[0];
  }

  private async todos(
    workspaceId: string,
    listId: string,
    { show, after, limit = PAGE_SIZE }: GetTodoList['page'],
  ): Promise<Pick<TodoList, 'todos' | 'next'>> {
    const { rows } = await sql<Row>`
      select id, title, completed_at as "completedAt", sort_order as "order"
      from todos
      where list_id = ${listId} and workspace_id = ${workspaceId} and removed_at is null and ${SHOWN[show]}
        and ${after ? sql`(sort_order, id) > (${after.order}, ${after.id})` : sql`true`}
      order by sort_order, id limit ${limit + 1}`.execute(this.readModel.kysely);
    const todos = rows.slice(0, limit);
    const last = todos.at(-1);
    return { todos, next: rows.length > limit && last ? { order: last.order, id: last.id } : undefined };
  }
}
