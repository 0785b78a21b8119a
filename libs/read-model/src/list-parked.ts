import type { Queryable } from '#libs/platform';

export interface Parked {
  readonly projection: string;
  readonly shard: number;
  readonly streamId: string;
  /** The position of the event that could not be folded. */
  readonly position: number;
  readonly eventType: string;
  readonly error: string;
  readonly parkedAt: Date;
}

/** Lists the parked streams of the live generations; those parked first come first. */
export function listParked(database: Queryable): Promise<Parked[]> {
  return database.query<Parked>(`
    select g.projection, p.shard, stream_id as "streamId", position, event_type as "eventType", error,
           parked_at as "parkedAt"
    from parked_streams p join generations g on g.id = p.generation
    where g.state = 'live' order by parked_at, stream_id`);
}
