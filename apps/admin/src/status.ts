import { countJobs, type QueueCount } from '#libs/jobs';
import type { Database } from '#libs/platform';
import { lags, listParked, listReplays, type Lag, type Parked, type RunningReplay } from '#libs/read-model';

export interface Status {
  /** The last position in the log. */
  readonly head: number;
  readonly projections: readonly Lag[];
  readonly replays: readonly RunningReplay[];
  readonly parked: readonly Parked[];
  readonly queues: readonly QueueCount[];
}

export async function readStatus(database: Database): Promise<Status> {
  const [projections, replays, parked, queues] = await Promise.all([
    lags(database),
    listReplays(database),
    listParked(database),
    countJobs(database),
  ]);
  return { head: Math.max(0, ...projections.map(({ head }) => head)), projections, replays, parked, queues };
}
