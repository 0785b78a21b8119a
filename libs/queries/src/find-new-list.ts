import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { Workspaces } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';
import type { TodoList } from './get-todo-list.js';
import type { EventPosition } from './history/positions-of-list.js';
import { readSteps } from './history/read-steps.js';

/**
 * Finds a list in the log that the tables do not have yet, without its to-dos: whoever has just made it can go on there while nothing
 * is folded, as they can in a list that is older.
 */
export class FindNewList extends Query<TodoList | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly listId: string,
  ) {
    super();
  }
}

@QueryHandler(FindNewList)
export class FindNewListHandler implements IQueryHandler<FindNewList> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly workspaces: Workspaces,
  ) {}

  async execute({ workspaceId, listId }: FindNewList): Promise<TodoList | undefined> {
    const workspace = { workspaceId, shard: await this.workspaces.shardOf(workspaceId) };
    const { rows } = await sql<EventPosition>`
      select stream_id as "streamId", position from events
      where shard = ${workspace.shard} and stream_id = ${listId} and workspace_id = ${workspaceId}
      order by version desc limit 1`.execute(this.readModel.kysely);
    if (rows.length === 0) return undefined;
    const [step] = await readSteps(this.readModel, workspace, rows);
    if (step?.of !== 'list') return undefined;
    const { id, name, removedAt, archivedAt } = step.after;
    return { id, name, removedAt, archivedAt, open: 0, done: 0, todos: [], pages: ONE_EMPTY_PAGE };
  }
}

const ONE_EMPTY_PAGE: TodoList['pages'] = {
  before: 0,
  total: 0,
  previous: undefined,
  next: undefined,
  last: undefined,
};
