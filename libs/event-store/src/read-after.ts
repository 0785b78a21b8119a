import type { Queryable } from '#libs/platform';
import { STORED_EVENT, type StoredEvent } from './stored-event.js';

/** Reads a shard's next events after a position, in order of position, at most `limit`. */
export function readAfter(
  database: Queryable,
  { shard, position, limit }: { readonly shard: number; readonly position: number; readonly limit: number },
): Promise<StoredEvent[]> {
  return database.query<StoredEvent>(
    `select ${STORED_EVENT} from events e
        where e.shard = $1 and e.position > $2
        order by e.position limit $3`,
    [shard, position, limit],
  );
}
