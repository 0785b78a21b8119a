import type { Queryable } from '#libs/platform';
import type { StoredEvent } from './stored-event.js';
import { SHARD_COUNT } from './workspaces.js';

/** The last position of a shard. */
export interface Head {
  readonly shard: number;
  readonly position: number;
}

interface Range {
  /** The shards that are read, and up to where. */
  readonly heads: readonly Head[];
  /** Which of how many parts: all streams are dealt out among them, and every stream is in one. */
  readonly part: number;
  readonly parts: number;
}

/** A stream as the server hands it over: reading a row for each event takes twice as long. */
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

/** Streams in a batch: enough that a round trip is nothing, few enough that a batch is small in memory. */
const BATCH = 250;

/**
 * The log is read from its first page to its last and sorted, which memory makes cheaper: going along an index instead
 * would look for a page of the table at each event. All of it is wanted, so the plan need not begin quickly.
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
 * All streams of one part of the log, each whole and from its beginning, in batches. The next batch is read while the
 * caller works on one.
 *
 * @param transaction in which nothing else reads streams meanwhile
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
    // Awaited by the next turn; when the caller gives up before, nobody is left to hear of an error.
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

/** The heads of all shards that have one. */
export async function readHeads(database: Queryable): Promise<readonly Head[]> {
  return await database.query<Head>(
    `select shard, head.position from generate_series(0, $1 - 1) shard
     cross join lateral (
       select position from events e where e.shard = shard.shard order by position desc limit 1) head`,
    [SHARD_COUNT],
  );
}
