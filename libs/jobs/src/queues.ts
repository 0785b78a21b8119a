import type { Queue } from 'pg-boss';

/** "Build the tables of this projection again." */
export const REPLAYS = 'replays';

export const SCHEMA = 'pgboss';

/** "Shard 17 has news." */
export const WAKE_UPS = 'wake-ups';

/**
 * Of wake-ups at most one waits and one runs for each shard (`stately` with the shard as singleton key); of replays there
 * is at most one for each projection.
 */
export const QUEUES: readonly Queue[] = [
  {
    name: WAKE_UPS,
    policy: 'stately',
    notify: true,
    retryLimit: 0,
    // The worker that ran it is gone; the comparison of heads and checkpoints has long found what it left.
    expireInSeconds: 60,
    deleteAfterSeconds: 60,
    retentionSeconds: 3600,
  },
  {
    name: REPLAYS,
    policy: 'exclusive',
    notify: true,
    // A worker that is gone stops beating, and another one begins anew.
    heartbeatSeconds: 30,
    retryLimit: 2,
    retryDelay: 1,
    expireInSeconds: 12 * 3600,
  },
];
