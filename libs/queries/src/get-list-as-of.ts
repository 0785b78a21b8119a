import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { Workspaces } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';
import type { TodoList } from './get-todo-list.js';
import { HeadWaiter } from './history/head-waiter.js';
import { pageOfRows, type TodoPage } from './history/page-of-rows.js';
import { readAsOf } from './history/read-as-of.js';

export type ListAsOf =
  | {
      readonly outcome: 'found';
      readonly list: TodoList;
      /** Streams of which something had happened by then that this version cannot read. */
      readonly unreadable: number;
      /** False when what happened in the last moments may be missing. */
      readonly complete: boolean;
    }
  | { readonly outcome: 'not-created-yet'; readonly createdAt: Date }
  | { readonly outcome: 'in-the-future' };

/** A list as it was at a moment, with a page of the to-dos that it had then. */
export class GetListAsOf extends Query<ListAsOf | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly listId: string,
    /** ISO 8601, with up to six digits behind the seconds. */
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
  ) {}

  async execute(query: GetListAsOf): Promise<ListAsOf | undefined> {
    const { workspaceId, listId, moment, page } = query;
    const shard = await this.workspaces.shardOf(workspaceId);
    const complete = await this.head.reached(shard);
    const now = await this.now(query);
    if (now === undefined) return undefined;
    else if (now.inTheFuture) return { outcome: 'in-the-future' };
    const { list, todos, unreadable } = await readAsOf(
      this.readModel,
      { workspaceId, listId, shard },
      moment,
    );
    if (list === undefined) return { outcome: 'not-created-yet', createdAt: now.createdAt };
    return { outcome: 'found', list: { ...list, ...pageOfRows(todos, page) }, unreadable, complete };
  }

  /** What is past is for the clock to say by which events are recorded. */
  private async now({ workspaceId, listId, moment }: GetListAsOf) {
    const { rows } = await sql<{ readonly createdAt: Date; readonly inTheFuture: boolean }>`
      select created_at as "createdAt", ${moment}::timestamptz > clock_timestamp() as "inTheFuture" from lists
      where id = ${listId} and workspace_id = ${workspaceId}`.execute(this.readModel.kysely);
    return rows[0];
  }
}
