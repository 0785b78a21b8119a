import type { Status } from './status.js';

/** For people: what is where, and a line for each thing that waits. */
export function formatStatus({ head, projections, parked, queues }: Status): string {
  return [
    `log         head ${head}`,
    ...projections.map(
      (lag) =>
        `projection  ${lag.projection}: checkpoint ${lag.checkpoint}, ${behind(lag)}, ${lag.parked} parked`,
    ),
    ...parked.map(
      (stream) =>
        `parked      ${stream.projection}: stream ${stream.streamId} at position ${stream.position}` +
        ` (${stream.eventType}) since ${stream.parkedAt.toISOString()}: ${stream.error}`,
    ),
    ...queues.map(({ queue, state, count }) => `queue       ${queue}: ${count} ${state}`),
  ].join('\n');
}

function behind({ shardsBehind, seconds }: Status['projections'][number]): string {
  return shardsBehind === 0 ? 'level' : `behind in ${shardsBehind} shards, by ${seconds.toFixed(1)} s`;
}
