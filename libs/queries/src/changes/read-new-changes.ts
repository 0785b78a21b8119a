import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { ReadModel } from '#libs/read-model';
import { LOGGED, TOUCHED, touchedBy, type Touched, type TouchedRow } from './touched.js';

/** Of one shard; whoever asks goes on until nothing is left. */
const MOST = 1_000;

/** How far a shard was read. */
export interface ReadUpTo {
  readonly shard: number;
  readonly position: number;
}

export interface NewChanges {
  readonly shard: number;
  /** The position up to which the shard is read now. */
  readonly position: number;
  /** Whether there may be more. */
  readonly isFull: boolean;
  /** Of the workspaces that were named, in order of position. */
  readonly changes: readonly Touched[];
}

/** What happened since in some workspaces of some shards. Shards in which nothing happened are not in the answer. */
export class ReadNewChanges extends Query<readonly NewChanges[]> {
  constructor(
    readonly shards: readonly ReadUpTo[],
    readonly workspaceIds: readonly string[],
  ) {
    super();
  }
}

interface Row extends TouchedRow {
  readonly shard: number;
  readonly count: number;
  readonly isAsked: boolean;
}

@QueryHandler(ReadNewChanges)
export class ReadNewChangesHandler implements IQueryHandler<ReadNewChanges> {
  constructor(private readonly readModel: ReadModel) {}

  /** The last event of each shard is read whatever it is about: it says how far the shard was read. */
  async execute({ shards, workspaceIds }: ReadNewChanges): Promise<readonly NewChanges[]> {
    const { rows } = await sql<Row>`
      select e.shard, e.count, e.is_asked as "isAsked", ${TOUCHED}
      from unnest(
        ${shards.map(({ shard }) => shard)}::smallint[], ${shards.map(({ position }) => position)}::bigint[]
      ) read (shard, position)
      cross join lateral (
        select ${LOGGED}, e.workspace_id = any (${workspaceIds}::uuid[]) as is_asked,
               count(*) over () as count, max(e.position) over () as last
        from (
          select ${LOGGED} from events e where e.shard = read.shard and e.position > read.position
          order by e.position limit ${MOST}
        ) e
      ) e
      where e.is_asked or e.position = e.last
      order by e.shard, e.position`.execute(this.readModel.kysely);
    return [...Map.groupBy(rows, ({ shard }) => shard)].map(([shard, ofShard]) => ({
      shard,
      position: ofShard.at(-1)?.position ?? 0,
      isFull: ofShard[0]?.count === MOST,
      changes: ofShard.filter(({ isAsked }) => isAsked).map(touchedBy),
    }));
  }
}
