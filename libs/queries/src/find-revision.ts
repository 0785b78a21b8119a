import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { Batcher } from '#libs/platform';
import { PageReadModel, PageReads, ReadModel } from '#libs/read-model';

/**
 * Finds the revision of a list: a text that is another one after every change to the list or its to-dos. Two
 * pages of a list that were made at the same revision show the same. Undefined if there is no such list.
 *
 * A page that is kept under a revision must not be made of older rows: within one `Reading` the rows come from the same
 * database.
 */
export class FindRevision extends Query<string | undefined> {
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
  private readonly onPrimary = new Batcher<FindRevision, Found>(
    (asked) => findRevisions(this.readModel, asked),
    LIMITS,
  );

  constructor(
    private readonly readModel: ReadModel,
    private readonly pageReadModel: PageReadModel,
    private readonly reads: PageReads,
  ) {}

  async execute(asked: FindRevision): Promise<string | undefined> {
    // On a replica each page has a connection of its own.
    const [found] = (await this.reads.useReplica())
      ? await findRevisions(this.pageReadModel, [asked])
      : [await this.onPrimary.add(asked)];
    return found?.revision ?? undefined;
  }
}

interface Found {
  readonly revision: string | null;
}

async function findRevisions(
  { kysely }: Pick<ReadModel, 'kysely'>,
  asked: readonly FindRevision[],
): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select case when l.id is not null then jsonb_build_array(l.name, l.removed_at, t.revision)::text end as revision
    from unnest(${asked.map(({ workspaceId }) => workspaceId)}::uuid[], ${asked.map(({ listId }) => listId)}::uuid[])
      with ordinality asked (workspace_id, list_id, nth)
      left join lists l on l.id = asked.list_id and l.workspace_id = asked.workspace_id
      left join list_totals t on t.list_id = l.id and t.workspace_id = l.workspace_id
    order by nth`.execute(kysely);
  return rows;
}
