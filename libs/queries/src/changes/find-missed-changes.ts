import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { ReadModel } from '#libs/read-model';
import { LOGGED, TOUCHED, touchedBy, type Touched, type TouchedRow } from './touched.js';

/** Whoever has missed more than this is told to look at everything again. */
const MOST = 1_000;

/** So many events of a shard are looked through for those of one workspace: others may have written far more. */
const SEARCHED = 10_000;

/** Who asks what they have missed. */
export interface MissedBy {
  readonly shard: number;
  readonly workspaceId: string;
  /** The last position that they know; undefined if they know none. */
  readonly after: number | undefined;
}

export interface Missed {
  /** The last position of the shard: nothing up to it is missed any more. */
  readonly head: number;
  /** In order of position. 'too-much' also if what they know is ahead of the log, which was then set back. */
  readonly changes: readonly Touched[] | 'too-much';
}

/** What happened in workspaces after a position, for each who asks, at one moment. */
export class FindMissedChanges extends Query<readonly Missed[]> {
  constructor(readonly asked: readonly MissedBy[]) {
    super();
  }
}

interface Row extends TouchedRow {
  readonly nth: number;
  readonly head: number;
  /** Null where nothing is missed. */
  readonly searched: number | null;
}

@QueryHandler(FindMissedChanges)
export class FindMissedChangesHandler implements IQueryHandler<FindMissedChanges> {
  constructor(private readonly readModel: ReadModel) {}

  async execute({ asked }: FindMissedChanges): Promise<readonly Missed[]> {
    const { rows } = await sql<Row>`
      select asked.nth, coalesce(head.position, 0) as head, e.*
      from unnest(
        ${asked.map(({ shard }) => shard)}::smallint[], ${asked.map(({ workspaceId }) => workspaceId)}::uuid[],
        ${asked.map(({ after }) => after ?? null)}::bigint[]
      ) with ordinality asked (shard, workspace_id, after, nth)
      left join lateral (
        select e.position from events e where e.shard = asked.shard order by e.position desc limit 1
      ) head on true
      left join lateral (
        select e.searched, ${TOUCHED}
        from (
          select ${LOGGED}, row_number() over (order by e.position) as searched
          from (
            select ${LOGGED} from events e where e.shard = asked.shard and e.position > asked.after
            order by e.position limit ${SEARCHED + 1}
          ) e
        ) e
        where e.workspace_id = asked.workspace_id or e.searched > ${SEARCHED}
        order by e.position limit ${MOST + 1}
      ) e on true
      order by asked.nth, e.position`.execute(this.readModel.kysely);
    const byAsker = Map.groupBy(rows, ({ nth }) => nth);
    return asked.map(({ after }, index) => missedIn(byAsker.get(index + 1) ?? [], after));
  }
}

function missedIn(rows: readonly Row[], after = 0): Missed {
  const head = rows[0]?.head ?? 0;
  const missed = rows.filter(({ searched }) => searched !== null);
  const isTooMuch = missed.length > MOST || missed.some(({ searched }) => (searched ?? 0) > SEARCHED);
  return { head, changes: isTooMuch || after > head ? 'too-much' : missed.map(touchedBy) };
}
