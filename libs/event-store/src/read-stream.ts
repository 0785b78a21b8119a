import type { Queryable } from '#libs/platform';
import { STORED_EVENT, type StoredEvent } from './stored-event.js';

interface Stretch {
  readonly shard: number;
  readonly streamId: string;
  /** Positions of the log: the first and the last event that are wanted are at these, or between them. */
  readonly from: number;
  readonly upTo: number;
}

/** A stretch of a stream. */
export function readStream(
  database: Queryable,
  { shard, streamId, from, upTo }: Stretch,
): Promise<StoredEvent[]> {
  return database.query<StoredEvent>(
    `select ${STORED_EVENT} from events e
        where e.shard = $1 and e.stream_id = $2 and e.position between $3 and $4
        order by e.version`,
    [shard, streamId, from, upTo],
  );
}
