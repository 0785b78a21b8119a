import type { Queryable } from '#libs/platform';
import { STORED_EVENT, type StoredEvent } from './stored-event.js';

interface PositionRange {
  readonly shard: number;
  readonly streamId: string;
  /** The first and the last position in the log to read, both included. */
  readonly from: number;
  readonly upTo: number;
}

/** Reads the events of a stream between two positions, in order. */
export function readStream(
  database: Queryable,
  { shard, streamId, from, upTo }: PositionRange,
): Promise<StoredEvent[]> {
  return database.query<StoredEvent>(
    `select ${STORED_EVENT} from events e
        where e.shard = $1 and e.stream_id = $2 and e.position between $3 and $4
        order by e.version`,
    [shard, streamId, from, upTo],
  );
}
