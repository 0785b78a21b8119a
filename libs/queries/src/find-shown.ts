import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { Workspaces, type Token } from '#libs/event-store';
import { checkpointOf, PageReadModel, TODO_LISTS } from '#libs/read-model';

/**
 * Finds up to where in the log the tables show a workspace. What is read from them afterwards is as new, or newer: whoever has
 * been shown that asks for what came later.
 */
export class FindShown extends Query<Token> {
  constructor(readonly workspaceId: string) {
    super();
  }
}

@QueryHandler(FindShown)
export class FindShownHandler implements IQueryHandler<FindShown> {
  constructor(
    private readonly readModel: PageReadModel,
    private readonly workspaces: Workspaces,
  ) {}

  async execute({ workspaceId }: FindShown): Promise<Token> {
    const shard = await this.workspaces.shardOf(workspaceId);
    const { rows } = await sql<{ position: number | null }>`
      select c.position from (select ${shard}::int as shard) asked
        ${checkpointOf(TODO_LISTS)}`.execute(this.readModel.kysely);
    return { shard, position: rows[0]?.position ?? 0 };
  }
}
