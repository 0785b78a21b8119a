import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { Workspaces } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';
import { END, type History, type HistoryPage } from './history/history.js';
import { entriesOf } from './history/history-entry.js';
import { LongReads } from './history/long-reads.js';
import type { EventPosition } from './history/positions-of-list.js';
import { PAGE_SIZE } from './shown.js';
import { readSteps, type WorkspaceInLog } from './history/read-steps.js';

/** Gets what happened to a to-do, in whatever lists it was. */
export class GetTodoHistory extends Query<History> {
  constructor(
    readonly workspaceId: string,
    readonly todoId: string,
    readonly page: HistoryPage = {},
  ) {
    super();
  }
}

@QueryHandler(GetTodoHistory)
export class GetTodoHistoryHandler implements IQueryHandler<GetTodoHistory> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly workspaces: Workspaces,
    private readonly longReads: LongReads,
  ) {}

  async execute({ workspaceId, todoId, page }: GetTodoHistory): Promise<History> {
    const { before = END, limit = PAGE_SIZE } = page;
    const workspace = { workspaceId, shard: await this.workspaces.shardOf(workspaceId) };
    const positions = await this.positions(workspace, todoId, { before, limit: limit + 1 });
    const shown = positions.slice(0, limit);
    const next = positions.length > limit ? shown.at(-1)?.position : undefined;
    return await this.longReads.run(async () => {
      const steps = await readSteps(this.readModel, workspace, shown);
      return { entries: await entriesOf(this.readModel, workspace, steps), next, complete: true };
    });
  }

  private async positions(
    { workspaceId, shard }: WorkspaceInLog,
    todoId: string,
    { before, limit }: Required<HistoryPage>,
  ): Promise<readonly EventPosition[]> {
    const { rows } = await sql<EventPosition>`
      select stream_id as "streamId", position from events
      where shard = ${shard} and stream_id = ${todoId} and workspace_id = ${workspaceId} and position < ${before}
      order by version desc limit ${limit}`.execute(this.readModel.kysely);
    return rows;
  }
}
