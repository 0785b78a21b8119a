import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { ChecklistItem, Due, Priority, Recurring, ShownLabel } from '#libs/domain';
import { Workspaces } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';
import { HeadWaiter } from './history/head-waiter.js';
import { withLabels } from './labels-of-todos.js';

export interface WholeList {
  readonly name: string;
  readonly removedAt: Date | null;
  /** All that are not in the trash by themselves, in their order. */
  readonly todos: readonly TodoInList[];
}

interface TodoInList extends Due, Recurring {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly priority: Priority;
  readonly order: string;
  readonly completedAt: Date | null;
  readonly checklist: readonly ChecklistItem[];
  readonly labelIds: readonly string[];
  /** Those that people see. */
  readonly labels: readonly ShownLabel[];
}

/** A list with all of its to-dos, as the log has them. 'not-yet' if the tables are behind. */
export class ReadWholeList extends Query<WholeList | 'not-yet' | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly listId: string,
  ) {
    super();
  }
}

@QueryHandler(ReadWholeList)
export class ReadWholeListHandler implements IQueryHandler<ReadWholeList> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly workspaces: Workspaces,
    private readonly head: HeadWaiter,
  ) {}

  async execute({ workspaceId, listId }: ReadWholeList): Promise<WholeList | 'not-yet' | undefined> {
    if (!(await this.head.reached(await this.workspaces.shardOf(workspaceId)))) return 'not-yet';
    const { kysely } = this.readModel;
    const list = await kysely
      .selectFrom('lists')
      .select(['name', 'removed_at as removedAt'])
      .where('id', '=', listId)
      .where('workspace_id', '=', workspaceId)
      .executeTakeFirst();
    if (list === undefined) return undefined;
    const todos = await kysely
      .selectFrom('todos')
      .select(['id', 'title', 'note', 'priority', 'sort_order as order', 'completed_at as completedAt'])
      .select(['due_on as dueOn', 'due_time as dueTime', 'due_zone as dueZone'])
      .select(['recurrence', 'occurrence', 'occurrences_over as occurrencesOver'])
      .select(['checklist', 'label_ids as labelIds'])
      .where('list_id', '=', listId)
      .where('workspace_id', '=', workspaceId)
      .where('removed_at', 'is', null)
      .orderBy('sort_order')
      .orderBy('id')
      .execute();
    return { ...list, todos: await withLabels(this.readModel, todos, () => workspaceId) };
  }
}
