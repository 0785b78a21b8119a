import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { Workspaces } from '#libs/event-store';
import { ReadModel } from '#libs/read-model';

interface Transferred {
  /** The other workspace, and the list that was made there. */
  readonly to: string;
  readonly list: string;
  readonly as: 'move' | 'copy';
}

/** Whether a list was transferred like this. */
export class WasTransferred extends Query<boolean> {
  constructor(
    readonly workspaceId: string,
    readonly listId: string,
    readonly transferred: Transferred,
  ) {
    super();
  }
}

@QueryHandler(WasTransferred)
export class WasTransferredHandler implements IQueryHandler<WasTransferred> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly workspaces: Workspaces,
  ) {}

  async execute({ workspaceId, listId, transferred: { to, list, as } }: WasTransferred): Promise<boolean> {
    const shard = await this.workspaces.shardOf(workspaceId);
    const { rows } = await sql`
      select from events
      where shard = ${shard} and stream_id = ${listId} and workspace_id = ${workspaceId} and type = 'ListTransferred'
        and lower(data ->> 'to') = ${to} and lower(data ->> 'list') = ${list} and data ->> 'as' = ${as}
      limit 1`.execute(this.readModel.kysely);
    return rows.length > 0;
  }
}
