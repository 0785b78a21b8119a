import type { Queryable } from '#libs/platform';
import { STORED_EVENT, type StoredEvent } from './stored-event.js';

interface Range {
  readonly shard: number;
  /** The last position that is read. */
  readonly upTo: number;
  /** Events that are read at a time; a batch may be longer, because it holds whole streams. */
  readonly batch: number;
}

const FIRST = { streamId: '00000000-0000-0000-0000-000000000000', version: 0 };

/**
 * All streams of a shard, each whole and from its beginning, in batches. The next batch is read while the caller works
 * on one.
 */
export async function* readStreams(
  database: Queryable,
  { shard, upTo, batch }: Range,
): AsyncGenerator<readonly StoredEvent[]> {
  const read = ({ streamId, version }: Pick<StoredEvent, 'streamId' | 'version'>) =>
    database.query<StoredEvent>(
      `select ${STORED_EVENT} from events e
       where e.shard = $1 and (e.stream_id, e.version) > ($2, $3) and e.position <= $4
       order by e.stream_id, e.version limit $5`,
      [shard, streamId, version, upTo, batch],
    );
  let begun: readonly StoredEvent[] = [];
  let reading = read(FIRST);
  for (;;) {
    const events = await reading;
    const last = events.at(-1);
    if (last === undefined || events.length < batch) {
      if (begun.length + events.length > 0) yield [...begun, ...events];
      return;
    }
    reading = read(last);
    // Awaited by the next turn; when the caller gives up before, nobody is left to hear of an error.
    reading.catch(() => undefined);
    const cut = events.findLastIndex(({ streamId }) => streamId !== last.streamId) + 1;
    if (cut > 0) yield [...begun, ...events.slice(0, cut)];
    begun = cut > 0 ? events.slice(cut) : [...begun, ...events];
  }
}

/** The last position of each shard that has one. */
export async function readHeads(
  database: Queryable,
): Promise<readonly { readonly shard: number; readonly position: number }[]> {
  return await database.query(`
    select shard, head.position from generate_series(0, 63) shard
    cross join lateral (
      select position from events e where e.shard = shard.shard order by position desc limit 1) head`);
}
