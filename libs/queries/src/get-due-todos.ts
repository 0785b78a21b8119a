import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import type { Due, Todo } from '#libs/domain';
import { PageReadModel } from '#libs/read-model';
import { withLabels, type Labelled } from './labels-of-todos.js';
import { PAGE_SIZE } from './shown.js';

/** A to-do that is open and due, with where it is. */
export interface DueTodo extends Due, Pick<Todo, 'priority' | 'recurrence' | 'occurrence'>, Labelled {
  readonly id: string;
  readonly title: string;
  readonly workspaceId: string;
  readonly listId: string;
  readonly listName: string;
}

export interface DueTodos {
  /** What is due first comes first; at a time before what is due on that day only. */
  readonly todos: readonly DueTodo[];
  /** How many there are behind them. */
  readonly more: number;
}

interface Days {
  readonly from?: string;
  readonly to: string;
  /**
   * The reader's. A time that is kept in another zone may be up to two days earlier or later here: those are found as well, and those
   * behind the last that is shown are counted.
   */
  readonly zone: string;
  readonly limit?: number;
}

/** Finds what is open and due on some days, in some workspaces, without what is in the trash, or in a list of the archive. */
export class GetDueTodos extends Query<DueTodos> {
  constructor(
    readonly workspaceIds: readonly string[],
    readonly days: Days,
  ) {
    super();
  }
}

/** As far as clocks are apart: from UTC-12 to UTC+14. */
const APART = sql.lit(2);

type Row = Omit<DueTodo, 'labels'> & Pick<Todo, 'labelIds'> & { readonly total: number };

@QueryHandler(GetDueTodos)
export class GetDueTodosHandler implements IQueryHandler<GetDueTodos> {
  constructor(private readonly readModel: PageReadModel) {}

  async execute({ workspaceIds, days }: GetDueTodos): Promise<DueTodos> {
    const { limit = PAGE_SIZE } = days;
    const rows = await this.rows(workspaceIds, days, limit);
    const todos = await withLabels(this.readModel, rows, ({ workspaceId }) => workspaceId);
    const total = rows[0]?.total ?? 0;
    return { todos, more: total - todos.length };
  }

  /** One range of an index for each workspace. */
  private async rows(
    workspaceIds: readonly string[],
    { from = '-infinity', to, zone }: Days,
    limit: number,
  ): Promise<readonly Row[]> {
    const { rows } = await sql<Row>`
      select d.*, count(*) over ()::int as total
      from unnest(${workspaceIds}::uuid[]) asked (workspace_id) cross join lateral (
        select t.id, t.title, t.workspace_id as "workspaceId", t.list_id as "listId", l.name as "listName",
               t.due_on as "dueOn", t.due_time as "dueTime", t.due_zone as "dueZone",
               t.priority, t.recurrence, t.occurrence, t.label_ids as "labelIds"
        from todos t join lists l on l.id = t.list_id and l.workspace_id = t.workspace_id
        where t.workspace_id = asked.workspace_id and t.removed_at is null and t.completed_at is null
          and l.removed_at is null and l.archived_at is null
          and t.due_on between ${from}::date - ${APART} and ${to}::date + ${APART}
          and (t.due_zone <> ${zone} or t.due_on between ${from}::date and ${to}::date)
      ) d
      order by "dueOn", "dueTime", id limit ${limit}`.execute(this.readModel.kysely);
    return rows;
  }
}
