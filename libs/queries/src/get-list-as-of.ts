import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { shownLabels } from '#libs/domain';
import { Workspaces } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';
import type { PlacedTodo, TodoList } from './get-todo-list.js';
import { HeadWaiter } from './history/head-waiter.js';
import { readLabelsThen } from './history/labels-then.js';
import { LongReads } from './history/long-reads.js';
import type { TodoPage } from './history/past-page.js';
import { readAsOf } from './history/read-as-of.js';
import type { WorkspaceInLog } from './history/read-steps.js';

export type ListAsOf =
  | {
      readonly outcome: 'found';
      readonly list: TodoList;
      /** The number of streams with events before this moment that this version cannot read. */
      readonly unreadable: number;
      /** False if the latest events may be missing. */
      readonly complete: boolean;
    }
  | { readonly outcome: 'not-created-yet'; readonly createdAt: Date }
  | { readonly outcome: 'in-the-future' };

/** Gets a list as it was at a moment in the past, with a page of the to-dos that it had then. */
export class GetListAsOf extends Query<ListAsOf | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly listId: string,
    /** ISO 8601, with up to six decimal digits for the seconds. */
    readonly moment: string,
    readonly page: TodoPage,
  ) {
    super();
  }
}

@QueryHandler(GetListAsOf)
export class GetListAsOfHandler implements IQueryHandler<GetListAsOf> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly workspaces: Workspaces,
    private readonly head: HeadWaiter,
    private readonly longReads: LongReads,
  ) {}

  async execute(query: GetListAsOf): Promise<ListAsOf | undefined> {
    const { workspaceId, listId, moment, page } = query;
    const shard = await this.workspaces.shardOf(workspaceId);
    const complete = await this.head.reached(shard);
    const present = await this.readPresent(query);
    if (present === undefined) return undefined;
    else if (present.inTheFuture) return { outcome: 'in-the-future' };
    const past = await this.longReads.run(() =>
      readAsOf(this.readModel, { workspaceId, listId, shard }, moment, page),
    );
    const { list, unreadable } = past;
    if (list === undefined) return { outcome: 'not-created-yet', createdAt: present.createdAt };
    const { todos, ...rest } = past.readPage();
    const labels = await this.labelsThen({ workspaceId, shard }, moment, todos);
    const labelled = todos.map((todo) => ({ ...todo, labels: shownLabels(labels, todo.labelIds) }));
    return { outcome: 'found', list: { ...list, ...rest, todos: labelled }, unreadable, complete };
  }

  private async labelsThen(workspace: WorkspaceInLog, moment: string, todos: readonly PlacedTodo[]) {
    if (todos.every(({ labelIds }) => labelIds.length === 0)) return [];
    return await this.longReads.run(() => readLabelsThen(this.readModel, workspace, moment));
  }

  /** Compares the moment with the database's clock, because that clock also sets `recorded_at`. */
  private async readPresent({ workspaceId, listId, moment }: GetListAsOf) {
    const { rows } = await sql<{ readonly createdAt: Date; readonly inTheFuture: boolean }>`
      select created_at as "createdAt", ${moment}::timestamptz > clock_timestamp() as "inTheFuture" from lists
      where id = ${listId} and workspace_id = ${workspaceId}`.execute(this.readModel.kysely);
    return rows[0];
  }
}
