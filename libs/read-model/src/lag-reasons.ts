import { TOLERATED_LAG, type Lag } from './lag.js';

/** What is wrong with the tables of a projection, and what to do; empty if nothing is. */
export function reasonsOf({ seconds, shardsLate, parked }: Lag): readonly string[] {
  const waits = `an event in ${named(shardsLate)} has waited for ${seconds.toFixed(0)} s`;
  return [
    ...(seconds > TOLERATED_LAG
      ? [`${waits}: is a worker running? its log says what keeps it from folding`]
      : []),
    ...(parked > 0 ? [`streams that are parked: ${parked}; garbanzo parked says why`] : []),
  ];
}

/** Such as "shard 7" or "shards 7, 46". */
export function named(shards: readonly number[]): string {
  return `${shards.length === 1 ? 'shard' : 'shards'} ${shards.join(', ')}`;
}
