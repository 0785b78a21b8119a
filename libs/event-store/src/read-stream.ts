import type { Queryable } from '#libs/platform';
import { STORED_EVENT, type StoredEvent } from './stored-event.js';

/** A stream from its beginning up to and with a position. */
export function readStream(
  database: Queryable,
  { shard, streamId, upTo }: { readonly shard: number; readonly streamId: string; readonly upTo: number },
): Promise<StoredEvent[]> {
  return database.query<StoredEvent>(
    `select ${STORED_EVENT} from events e
        where e.shard = $1 and e.stream_id = $2 and e.position <= $3
        order by e.version`,
    [shard, streamId, upTo],
  );
}
