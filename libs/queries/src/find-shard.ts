import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Workspaces } from '#libs/event-store';

/** Where a workspace is in the log. @throws WorkspaceGoneError */
export class FindShard extends Query<number> {
  constructor(readonly workspaceId: string) {
    super();
  }
}

@QueryHandler(FindShard)
export class FindShardHandler implements IQueryHandler<FindShard> {
  constructor(private readonly workspaces: Workspaces) {}

  async execute({ workspaceId }: FindShard): Promise<number> {
    return await this.workspaces.shardOf(workspaceId);
  }
}
