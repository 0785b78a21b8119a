import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { Workspaces } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';

/** An event as it is in the log. */
export interface ExportedEvent {
  readonly position: number;
  readonly streamId: string;
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly actorId: string;
  readonly commandId: string;
  readonly correlationId: string;
  readonly recordedAt: Date;
  readonly data: unknown;
}

/** So many are in memory at once. */
const BATCH = 500;

/** All events of a workspace in their order, a batch at a time. */
export class ReadWorkspace extends Query<AsyncIterable<readonly ExportedEvent[]>> {
  constructor(readonly workspaceId: string) {
    super();
  }
}

@QueryHandler(ReadWorkspace)
export class ReadWorkspaceHandler implements IQueryHandler<ReadWorkspace> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly workspaces: Workspaces,
  ) {}

  async execute({ workspaceId }: ReadWorkspace): Promise<AsyncIterable<readonly ExportedEvent[]>> {
    return this.batches(workspaceId, await this.workspaces.shardOf(workspaceId));
  }

  /** Positions ascend in the order of commits, so none is missed that is appended meanwhile. */
  private async *batches(workspaceId: string, shard: number) {
    for (let last = 0; ;) {
      const { rows } = await sql<ExportedEvent>`
        select position, stream_id as "streamId", version, type, schema_version as "schemaVersion",
               actor_id as "actorId", command_id as "commandId", correlation_id as "correlationId",
               recorded_at as "recordedAt", data
        from events where shard = ${shard} and workspace_id = ${workspaceId} and position > ${last}
        order by position limit ${BATCH}`.execute(this.readModel.kysely);
      if (rows.length > 0) yield rows;
      const end = rows.at(-1);
      if (end === undefined || rows.length < BATCH) return;
      last = end.position;
    }
  }
}
