import type { Queue } from 'pg-boss';

/** The queue of requests to rebuild the tables of a projection. */
export const REPLAYS = 'replays';

export const SCHEMA = 'pgboss';

/** The queue of wake-ups: each says that a shard has new events. */
export const WAKE_UPS = 'wake-ups';

/**
 * For each shard, at most one wake-up waits and one runs (`stately`, with the shard as singleton key). For
 * each projection there is at most one replay.
 */
export const QUEUES = [
  {
    name: WAKE_UPS,
    policy: 'stately',
    notify: true,
    retryLimit: 0,
    // After this time its worker is dead, or its answer was lost. Until then wake-ups of the shard wait, and
    // workers find the events only by comparing heads and checkpoints, once a second.
    expireInSeconds: 20,
    deleteAfterSeconds: 60,
    retentionSeconds: 3600,
  },
  {
    name: REPLAYS,
    policy: 'exclusive',
    notify: true,
    // A dead worker sends no heartbeats, so another one starts the replay again.
    heartbeatSeconds: 30,
    retryLimit: 2,
    retryDelay: 1,
    expireInSeconds: 12 * 3600,
  },
] as const satisfies readonly Queue[];
