import { copyOut, type BinaryRow, type Database, type Queryable } from '#libs/platform';
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
  /** An exported snapshot, in which to read; otherwise it is that of the moment. */
  readonly snapshot?: string | undefined;
}

/**
 * Makes PostgreSQL scan the whole table and sort it, for which it gets more memory: reading along an index
 * would fetch a page of the table for each event. Other parts are read beside this one, so it needs no processes to
 * help it. The server must not take it for a lost connection when events are not taken for some seconds.
 */
const SETTINGS = `
  select set_config('enable_seqscan', 'on', true), set_config('work_mem', '64MB', true),
         set_config('max_parallel_workers_per_gather', '0', true), set_config('tcp_user_timeout', '0', true)`;

/**
 * Reads all streams of one part of the log in batches, each stream complete and from its beginning, on a connection
 * of its own. The next events are on their way while the caller processes a batch.
 */
export async function* readStreams({ pool }: Database, range: Range): AsyncGenerator<readonly StoredEvent[]> {
  const connection = await pool.connect();
  let isDone = false;
  try {
    await connection.query('begin isolation level repeatable read, read only');
    if (range.snapshot !== undefined) await connection.query(`set transaction snapshot '${range.snapshot}'`);
    await connection.query(SETTINGS);
    yield* wholeStreams(copyOut(connection, copying(range), storedEvent));
    await connection.query('commit');
    isDone = true;
  } finally {
    connection.release(!isDone);
  }
}

/** `copy` takes no parameters, but these are numbers only. */
function copying({ heads, part, parts }: Range): string {
  const headOf = (shard: number) => heads.find((head) => head.shard === shard);
  const positions = Array.from({ length: SHARD_COUNT }, (_, shard) => headOf(shard)?.position ?? 0);
  return `
    copy (
      select shard, stream_id, workspace_id, position, version, type, schema_version, data, recorded_at from events
      where position <= ('{${positions.join()}}'::bigint[])[shard + 1]
        and abs(uuid_hash(stream_id)::bigint) % ${parts} = ${part}
      order by stream_id, shard, version
    ) to stdout (format binary)`;
}

/** The columns in the order in which they are copied. */
function storedEvent(row: BinaryRow): StoredEvent {
  return {
    shard: row.int2(),
    streamId: row.uuid(),
    workspaceId: row.uuid(),
    position: row.int8(),
    version: row.int4(),
    type: row.text(),
    schemaVersion: row.int2(),
    data: row.jsonb(),
    recordedAt: row.timestamptz(),
  };
}

/** Keeps the events of the last stream of each batch for the next one, because there may be more of them. */
async function* wholeStreams(
  batches: AsyncIterable<readonly StoredEvent[]>,
): AsyncGenerator<readonly StoredEvent[]> {
  let rest: readonly StoredEvent[] = [];
  for await (const batch of batches) {
    const events = [...rest, ...batch];
    const last = events.at(-1);
    const end = 1 + events.findLastIndex(({ streamId }) => streamId !== last?.streamId);
    if (end > 0) yield events.slice(0, end);
    rest = events.slice(end);
  }
  if (rest.length > 0) yield rest;
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
