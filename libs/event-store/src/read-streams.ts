import type { Queryable } from '#libs/platform';
import type { StoredEvent } from './stored-event.js';
import { SHARD_COUNT } from './workspaces.js';

/** A shard and its last position. */
export interface Head {
  readonly shard: number;
  readonly position: number;
}

interface Range {
  /** The shards to read, each up to this position. */
  readonly heads: readonly Head[];
  /** Which part to read, counting from 0. Every stream belongs to exactly one of the parts. */
  readonly part: number;
  readonly parts: number;
}

/** A stream as one row of the result: reading a row for each event takes twice as long. */
interface PackedStream extends Pick<StoredEvent, 'shard' | 'streamId' | 'workspaceId'> {
  readonly events: readonly (readonly [
    position: number,
    version: number,
    type: string,
    schemaVersion: number,
    data: unknown,
    recordedAt: string,
  ])[];
}

/** Streams in a batch: enough that round trips hardly matter, few enough that a batch needs little memory. */
const BATCH = 250;

/**
 * Makes PostgreSQL scan the whole table and sort it, for which it gets more memory: reading along an index
 * would fetch a page of the table for each event. The cursor is read to its end, so the plan is chosen for
 * its total time rather than for the first rows.
 */
const SETTINGS = `
  select set_config('enable_seqscan', 'on', true), set_config('work_mem', '64MB', true),
         set_config('cursor_tuple_fraction', '1', true)`;

const DECLARE = `
  declare streams no scroll cursor for
  select e.shard, e.stream_id as "streamId", any_value(e.workspace_id) as "workspaceId",
         json_agg(json_build_array(e.position, e.version, e.type, e.schema_version, e.data, e.recorded_at)
                  order by e.version) as events
  from (
    select * from events
    where position <= ($1::bigint[])[shard + 1] and abs(uuid_hash(stream_id)::bigint) % $2 = $3
    order by stream_id, shard, version
  ) e
  group by e.stream_id, e.shard`;

/**
 * Reads all streams of one part of the log in batches, each stream complete and from its beginning. The next
 * batch is fetched while the caller processes the current one.
 *
 * @param transaction that no other `readStreams` uses at the same time
 */
export async function* readStreams(
  transaction: Queryable,
  { heads, part, parts }: Range,
): AsyncGenerator<readonly StoredEvent[]> {
  const headOf = (shard: number) => heads.find((head) => head.shard === shard);
  const positions = Array.from({ length: SHARD_COUNT }, (_, shard) => headOf(shard)?.position ?? 0);
  await transaction.query(SETTINGS);
  await transaction.query(DECLARE, [positions, parts, part]);
  const fetch = () => transaction.query<PackedStream>(`fetch ${BATCH} from streams`);
  let fetching = fetch();
  for (;;) {
    const streams = await fetching;
    if (streams.length === 0) return;
    fetching = fetch();
    // The next iteration awaits it. If the caller stops before, an error must not become an unhandled
    // rejection.
    fetching.catch(() => undefined);
    yield streams.flatMap(unpack);
  }
}

function unpack({ shard, streamId, workspaceId, events }: PackedStream): readonly StoredEvent[] {
  return events.map(([position, version, type, schemaVersion, data, recordedAt]) => ({
    shard,
    position,
    streamId,
    version,
    type,
    schemaVersion,
    workspaceId,
    data,
    recordedAt: new Date(recordedAt),
  }));
}

/** Reads the last position of each shard that has events. */
export async function readHeads(database: Queryable): Promise<readonly Head[]> {
  return await database.query<Head>(
    `select shard, head.position from generate_series(0, $1 - 1) shard
     cross join lateral (
       select position from events e where e.shard = shard.shard order by position desc limit 1) head`,
    [SHARD_COUNT],
  );
}
