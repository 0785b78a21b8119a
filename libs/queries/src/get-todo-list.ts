import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql, type SqlBool } from 'kysely';
import type { List, Todo } from '#libs/domain';
import { PageReadModel, selection, SHOWN_OF_TODO, todos } from '#libs/read-model';
import { withLabels, type Labelled } from './labels-of-todos.js';
import { pagedTodos } from './paged-todos.js';
import { pageOf, pagesAround, type Pages } from './pages.js';
import { IS_SHOWN, PAGE_SIZE, type Show } from './shown.js';
import type { TodoCursor } from './todo-cursor.js';
import { TOTALS } from './totals.js';

/** The properties of a to-do that a list page shows. */
export interface TodoItem extends Pick<Todo, (typeof SHOWN_OF_TODO)[number]> {
  /** The note itself is not read for a whole page. */
  readonly hasNote: boolean;
}

/** The same, with its place: a key of fractional indexing. */
export interface PlacedTodo extends TodoItem {
  readonly order: string;
}

/** The same, with what people see of its labels. */
export type LabelledTodo = PlacedTodo & Labelled;

export interface TodoList extends Pick<List, 'id' | 'name' | 'removedAt' | 'archivedAt'> {
  readonly open: number;
  readonly done: number;
  readonly todos: readonly LabelledTodo[];
  readonly pages: Pages<TodoCursor>;
}

/** Gets a list with a page of its to-dos. */
export class GetTodoList extends Query<TodoList | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly listId: string,
    readonly page: { readonly show: Show; readonly after?: TodoCursor | undefined; readonly limit?: number },
  ) {
    super();
  }
}

type Header = Omit<TodoList, 'todos' | 'pages'>;

/** PostgreSQL compares the lengths first: a long note stays where it is kept. */
const HAS_NOTE = sql<boolean>`note <> ''`;

const SHOWN = selection(todos, SHOWN_OF_TODO);

@QueryHandler(GetTodoList)
export class GetTodoListHandler implements IQueryHandler<GetTodoList> {
  constructor(private readonly readModel: PageReadModel) {}

  async execute({ workspaceId, listId, page }: GetTodoList): Promise<TodoList | undefined> {
    const [list, { todos, pages }] = await Promise.all([
      this.header(workspaceId, listId),
      this.todos(workspaceId, listId, page),
    ]);
    return list && { ...list, todos, pages };
  }

  private async header(workspaceId: string, listId: string): Promise<Header | undefined> {
    return await this.readModel.kysely
      .selectFrom('lists as l')
      .leftJoin('list_totals as t', (join) =>
        join.onRef('t.list_id', '=', 'l.id').onRef('t.workspace_id', '=', 'l.workspace_id'),
      )
      .select(['l.id', 'l.name', 'l.removed_at as removedAt', 'l.archived_at as archivedAt'])
      .select(TOTALS)
      .where('l.id', '=', listId)
      .where('l.workspace_id', '=', workspaceId)
      .executeTakeFirst();
  }

  private async todos(
    workspaceId: string,
    listId: string,
    { show, after, limit = PAGE_SIZE }: GetTodoList['page'],
  ): Promise<Pick<TodoList, 'todos' | 'pages'>> {
    const found = await this.readModel.kysely
      .selectFrom('todos')
      .select(SHOWN)
      .select('sort_order as order')
      .select(HAS_NOTE.as('hasNote'))
      .where('list_id', '=', listId)
      .where('workspace_id', '=', workspaceId)
      .where('removed_at', 'is', null)
      .where(IS_SHOWN[show])
      .where(after ? sql<SqlBool>`(sort_order, id) > (${after.order}, ${after.id})` : sql<SqlBool>`true`)
      .orderBy('sort_order')
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    const { rows, next } = pageOf(found, limit, ({ order, id }): TodoCursor => ({ order, id }));
    const paged = pagedTodos(this.readModel, { workspaceId, listId, show }, limit);
    const [labelled, pages] = await Promise.all([
      withLabels(this.readModel, rows, () => workspaceId),
      pagesAround(paged, { after, shown: rows.length, next }),
    ]);
    return { todos: labelled, pages };
  }
}
