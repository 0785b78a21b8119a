import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { PositionWaiter, ReadModel, SEARCH } from '#libs/read-model';

/** Whether what is searched shows all that is in the log; while it is being built, there is nothing to search yet. */
export type SearchProgress = 'level' | 'behind' | 'being-built';

/**
 * How far the search is in these workspaces. Waits up to a second until it shows everything that was in the log when it was asked:
 * so people find what they have just written, wherever they come from.
 */
export class FindSearchProgress extends Query<SearchProgress> {
  constructor(readonly workspaceIds: readonly string[]) {
    super();
  }
}

interface Head {
  readonly shard: number;
  readonly position: number;
}

@QueryHandler(FindSearchProgress)
export class FindSearchProgressHandler implements IQueryHandler<FindSearchProgress> {
  constructor(
    private readonly readModel: ReadModel,
    private readonly waiter: PositionWaiter,
  ) {}

  async execute({ workspaceIds }: FindSearchProgress): Promise<SearchProgress> {
    const [isLive, heads] = await Promise.all([this.isLive(), this.heads(workspaceIds)]);
    if (!isLive) return 'being-built';
    const { name: projection, version } = SEARCH;
    const waits = heads.map((head) => this.waiter.reached({ projection, version, ...head }));
    return (await Promise.all(waits)).every((reached) => reached) ? 'level' : 'behind';
  }

  private async isLive(): Promise<boolean> {
    const { rows } = await sql`
      select from generations
      where projection = ${SEARCH.name} and version = ${SEARCH.version} and state = 'live'`.execute(
      this.readModel.kysely,
    );
    return rows.length > 0;
  }

  private async heads(workspaceIds: readonly string[]): Promise<readonly Head[]> {
    const { rows } = await sql<Head>`
      select distinct w.shard, head.position
      from workspaces w cross join lateral (
        select position from events e where e.shard = w.shard order by position desc limit 1
      ) head
      where w.id = any(${workspaceIds}::uuid[])`.execute(this.readModel.kysely);
    return rows;
  }
}
