import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { Workspaces } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';
import { LongReads } from './history/long-reads.js';
import type { EventPosition } from './history/positions-of-list.js';
import { readSteps } from './history/read-steps.js';

/** Finds the note that a to-do had after an event, by the version of that event. Undefined when there is no such event, or it cannot be read. */
export class FindNoteThen extends Query<string | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly todoId: string,
    readonly version: number,
  ) {
    super();
  }
}

@QueryHandler(FindNoteThen)
export class FindNoteThenHandler implements IQueryHandler<FindNoteThen> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly workspaces: Workspaces,
    private readonly longReads: LongReads,
  ) {}

  async execute({ workspaceId, todoId, version }: FindNoteThen): Promise<string | undefined> {
    const workspace = { workspaceId, shard: await this.workspaces.shardOf(workspaceId) };
    const { rows } = await sql<EventPosition>`
      select stream_id as "streamId", position from events
      where shard = ${workspace.shard} and stream_id = ${todoId} and version = ${version}
        and workspace_id = ${workspaceId}`.execute(this.readModel.kysely);
    if (rows.length === 0) return undefined;
    const [step] = await this.longReads.run(() => readSteps(this.readModel, workspace, rows));
    return step?.of === 'todo' ? step.after.note : undefined;
  }
}
