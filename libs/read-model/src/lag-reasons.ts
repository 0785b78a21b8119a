import { TOLERATED_LAG, type Lag } from './lag.js';

/** What is wrong with the tables of a projection, and what to do; empty if nothing is. */
export function reasonsOf({ projection, seconds, shardsLate, shardsAhead, parked }: Lag): readonly string[] {
  const waits = `an event in ${named(shardsLate)} has waited for ${seconds.toFixed(0)} s`;
  const isAhead = shardsAhead.length > 0;
  return [
    ...(isAhead ? [newerThanLog(projection, shardsAhead)] : []),
    ...(seconds > TOLERATED_LAG && !isAhead
      ? [`${waits}: is a worker running? its log says what keeps it from folding`]
      : []),
    ...(parked > 0 ? [`streams that are parked: ${parked}; garbanzo parked says why`] : []),
  ];
}

export function newerThanLog(projection: string, shards: readonly number[]): string {
  const what = `The tables of ${projection} have folded events in ${named(shards)} that the log does not hold`;
  return `${what}: it was put back from an older backup. Run garbanzo replay.`;
}

/** Such as "shard 7" or "shards 7, 46". */
export function named(shards: readonly number[]): string {
  return `${shards.length === 1 ? 'shard' : 'shards'} ${shards.join(', ')}`;
}
