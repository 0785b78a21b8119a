import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { Workspaces, type Token } from '#libs/event-store';
import { Batcher } from '#libs/platform';
import { checkpointOf, PageReadModel, PageReads, ReadModel, TODO_LISTS } from '#libs/read-model';

export interface Revision {
  /** Another one after every change to the list, its to-dos or the labels of its workspace. */
  readonly text: string;
  /** Up to where in the log it says so. */
  readonly shown: Token;
  /** Another one whenever anything in the tables of its shard has changed. */
  readonly tables: string;
}

/**
 * Finds the revision of a list. Two pages of a list that were made at the same one show the same. Undefined if there is no
 * such list.
 *
 * A page that is kept under a revision must not be made of older rows: within one `Reading` the rows come from the same
 * database.
 */
export class FindRevision extends Query<Revision | undefined> {
  constructor(
    readonly workspaceId: string,
    readonly listId: string,
  ) {
    super();
  }
}

/** One statement at a time: those who ask meanwhile share the next one. */
const LIMITS = { batch: 128, calls: 1 };

@QueryHandler(FindRevision)
export class FindRevisionHandler implements IQueryHandler<FindRevision> {
  private readonly onPrimary = new Batcher<Asked, Found>(
    (asked) => findRevisions(this.readModel, asked),
    LIMITS,
  );

  constructor(
    private readonly readModel: ReadModel,
    private readonly pageReadModel: PageReadModel,
    private readonly reads: PageReads,
    private readonly workspaces: Workspaces,
  ) {}

  async execute({ workspaceId, listId }: FindRevision): Promise<Revision | undefined> {
    const shard = await this.workspaces.shardOf(workspaceId);
    const asked = { workspaceId, listId, shard };
    // On a replica each page has a connection of its own.
    const [found] = (await this.reads.useReplica())
      ? await findRevisions(this.pageReadModel, [asked])
      : [await this.onPrimary.add(asked)];
    if (found === undefined || found.revision === null) return undefined;
    else
      return { text: found.revision, shown: { shard, position: found.position ?? 0 }, tables: found.tables };
  }
}

type Asked = Pick<FindRevision, 'workspaceId' | 'listId'> & Pick<Token, 'shard'>;

interface Found {
  readonly revision: string | null;
  readonly position: number | null;
  readonly tables: string;
}

async function findRevisions(
  { kysely }: Pick<ReadModel, 'kysely'>,
  asked: readonly Asked[],
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select case when l.id is not null
        then jsonb_build_array(l.name, l.removed_at, l.archived_at, t.revision, labels.version)::text end as revision,
      c.position, concat_ws(' ', c.generation, c.position, c.xmin) as tables
    from unnest(${asked.map(({ workspaceId }) => workspaceId)}::uuid[], ${asked.map(({ listId }) => listId)}::uuid[],
      ${asked.map(({ shard }) => shard)}::int[]) with ordinality asked (workspace_id, list_id, shard, nth)
      left join lists l on l.id = asked.list_id and l.workspace_id = asked.workspace_id
      left join list_totals t on t.list_id = l.id and t.workspace_id = l.workspace_id
      -- Of whatever label: renaming one changes what pages say, and no to-do.
      left join lateral (
        select max(version) as version from labels where labels.workspace_id = asked.workspace_id
      ) labels on true
      ${checkpointOf(TODO_LISTS)}
    order by nth`.execute(kysely);
  return rows;
}
