import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import type { ShownLabel, Todo } from '#libs/domain';
import { PageReadModel } from '#libs/read-model';
import type { DueTodo } from './get-due-todos.js';
import { withLabels } from './labels-of-todos.js';
import { PAGE_SIZE } from './shown.js';

export interface LabelledTodos {
  readonly label: ShownLabel;
  /** Those of a list together. */
  readonly todos: readonly DueTodo[];
  /** On all pages. */
  readonly total: number;
}

/**
 * Gets what is open and has a label, without what is in the trash, or in a list of the archive. A label that was merged is the
 * one that it was merged into. Undefined if there is none.
 */
export class GetLabelledTodos extends Query<LabelledTodos | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly labelId: string,
    /** From 1. */
    readonly page = 1,
  ) {
    super();
  }
}

type Row = Omit<DueTodo, 'labels'> & Pick<Todo, 'labelIds'> & { readonly total: number };

@QueryHandler(GetLabelledTodos)
export class GetLabelledTodosHandler implements IQueryHandler<GetLabelledTodos> {
  constructor(private readonly readModel: PageReadModel) {}

  async execute({ workspaceId, labelId, page }: GetLabelledTodos): Promise<LabelledTodos | undefined> {
    const label = await this.label(workspaceId, labelId);
    if (label === undefined) return undefined;
    const { rows } = await sql<Row>`
      select t.id, t.title, t.workspace_id as "workspaceId", t.list_id as "listId", l.name as "listName",
             t.due_on as "dueOn", t.due_time as "dueTime", t.due_zone as "dueZone",
             t.priority, t.recurrence, t.occurrence, t.label_ids as "labelIds", count(*) over ()::int as total
      from todos t join lists l on l.id = t.list_id and l.workspace_id = t.workspace_id
      where t.workspace_id = ${workspaceId} and t.removed_at is null and t.completed_at is null
        and t.label_ids <> '{}' and l.removed_at is null and l.archived_at is null
        and t.label_ids && array(
          select id from labels where workspace_id = ${workspaceId} and shown_as = ${label.id})
      order by l.name, l.id, t.sort_order, t.id
      limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`.execute(this.readModel.kysely);
    const todos = await withLabels(this.readModel, rows, () => workspaceId);
    return { label, todos, total: rows[0]?.total ?? 0 };
  }

  private async label(workspaceId: string, labelId: string): Promise<ShownLabel | undefined> {
    return await this.readModel.kysely
      .selectFrom('labels as asked')
      .innerJoin('labels as shown', (join) =>
        join.onRef('shown.workspace_id', '=', 'asked.workspace_id').onRef('shown.id', '=', 'asked.shown_as'),
      )
      .select(['shown.id', 'shown.name', 'shown.colour'])
      .where('asked.workspace_id', '=', workspaceId)
      .where('asked.id', '=', labelId)
      .executeTakeFirst();
  }
}
