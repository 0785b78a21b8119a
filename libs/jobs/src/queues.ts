import type { Queue } from 'pg-boss';

export const SCHEMA = 'pgboss';

/** "Shard 17 has news." */
export const WAKE_UPS = 'wake-ups';

/** At most one job waits and one runs for each shard (`stately` with the shard as singleton key). */
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
];
