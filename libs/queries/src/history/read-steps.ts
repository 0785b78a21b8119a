import { sql } from 'kysely';
import type { ReadModel } from '#libs/read-model';
import { foldStream, type Step } from './fold-stream.js';
import { LOGGED_EVENT, type LoggedEvent } from './logged-event.js';
import type { EventPosition } from './positions-of-list.js';

/** A workspace and its shard. */
export interface WorkspaceInLog {
  readonly workspaceId: string;
  readonly shard: number;
}

/**
 * Reads what the events at these positions changed, in the same order. It reads only the streams of these
 * events.
 */
export async function readSteps(
  readModel: ReadModel,
  workspace: WorkspaceInLog,
  positions: readonly EventPosition[],
): Promise<readonly Step<LoggedEvent>[]> {
  const upTo = Math.max(...positions.map(({ position }) => position));
  const ids = new Set(positions.map(({ streamId }) => streamId));
  const streams = await readStreamsOf(readModel, workspace, { ids: [...ids], upTo });
  const steps = new Map([...streams.values()].flat().map((step) => [step.stored.position, step] as const));
  return positions.flatMap(({ position }) => steps.get(position) ?? []);
}

/** Reads streams by id, and folds them up to and including a position. */
export async function readStreamsOf(
  { kysely }: ReadModel,
  { workspaceId, shard }: WorkspaceInLog,
  { ids, upTo }: { readonly ids: readonly string[]; readonly upTo: number },
): Promise<ReadonlyMap<string, readonly Step<LoggedEvent>[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<LoggedEvent>`
    select ${LOGGED_EVENT}
    from unnest(${ids}::uuid[]) as asked (stream_id) cross join lateral (
      select * from events e where e.shard = ${shard} and e.stream_id = asked.stream_id offset 0
    ) e
    where e.workspace_id = ${workspaceId} and e.position <= ${upTo}
    order by e.stream_id, e.version`.execute(kysely);
  const streams = Map.groupBy(rows, ({ streamId }) => streamId);
  return new Map([...streams].map(([id, events]) => [id, foldStream(events)]));
}
