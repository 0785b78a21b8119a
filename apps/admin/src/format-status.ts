import type { Parked } from '#libs/read-model';
import type { Status } from './status.js';

/** For people: what is where, and a line for each thing that waits. */
export function formatStatus({ head, projections, parked, queues }: Status): string {
  return [
    `log         head ${head}`,
    ...projections.map(
      (lag) =>
        `projection  ${lag.projection} (version ${lag.version}, ${lag.state}): checkpoint ${lag.checkpoint}, ${behind(lag)}, ${lag.parked} parked`,
    ),
    ...parked.map((stream) => `parked      ${formatParked(stream)}`),
    ...queues.map(({ queue, state, count }) => `queue       ${queue}: ${count} ${state}`),
  ].join('\n');
}

export function formatParked({ projection, streamId, position, eventType, parkedAt, error }: Parked): string {
  return (
    `${projection}: stream ${streamId} at position ${position} (${eventType})` +
    ` since ${parkedAt.toISOString()}: ${error}`
  );
}

function behind({ shardsBehind, seconds }: Status['projections'][number]): string {
  return shardsBehind === 0 ? 'level' : `behind in ${shardsBehind} shards, by ${seconds.toFixed(1)} s`;
}
