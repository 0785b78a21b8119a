import { named, type Parked, type RunningReplay } from '#libs/read-model';
import { describe } from './progress-bar.js';
import type { Status } from './status.js';

/** A replay writes its progress once a second. After this many seconds of silence, say so. */
const SILENT_SECONDS = 10;

/** The largest number of parked streams to list: more would push the lines above off the screen. */
const MOST_PARKED = 10;

/** Formats the status for people. */
export function formatStatus({ head, projections, replays, parked, queues }: Status): string {
  return [
    `log         head ${head}`,
    ...projections.map(
      (lag) =>
        `projection  ${lag.projection} (version ${lag.version}, ${lag.state}): checkpoint ${lag.checkpoint}, ${behind(lag)}, ${lag.parked} parked`,
    ),
    ...replays.map((replay) => `replay      ${formatReplay(replay)}`),
    ...parked.slice(0, MOST_PARKED).map((stream) => `parked      ${formatParked(stream)}`),
    ...(parked.length > MOST_PARKED
      ? [`parked      and more, ${parked.length} in all: see garbanzo parked`]
      : []),
    ...queues.map(({ queue, state, count }) => `queue       ${queue}: ${count} ${state}`),
  ].join('\n');
}

export function formatParked({ projection, streamId, position, eventType, parkedAt, error }: Parked): string {
  return (
    `${projection}: stream ${streamId} at position ${position} (${eventType})` +
    ` since ${parkedAt.toISOString()}: ${error}`
  );
}

function formatReplay({ projection, version, begunAt, progress }: RunningReplay): string {
  const begun = `${projection} (version ${version}) since ${begunAt.toISOString()}`;
  if (progress === null) return `${begun}, just begun`;
  const silent = (Date.now() - Date.parse(progress.at)) / 1_000;
  const sign = silent > SILENT_SECONDS ? `; no sign of life for ${Math.round(silent)} s` : '';
  const { phase = 'begun', events = 0, total = 0 } = progress;
  return `${begun}, ${describe({ phase, events, total }, 0)}${sign}`;
}

function behind({ shardsAhead, shardsBehind, seconds }: Status['projections'][number]): string {
  if (shardsAhead.length > 0) return `newer than the log in ${named(shardsAhead)}: run garbanzo replay`;
  return shardsBehind === 0 ? 'up to date' : `behind in ${shardsBehind} shards, by ${seconds.toFixed(1)} s`;
}
