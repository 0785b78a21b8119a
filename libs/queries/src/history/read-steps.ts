import { sql } from 'kysely';
import type { ReadModel } from '#libs/read-model';
import { foldStream, type Step } from './fold-stream.js';
import { LOGGED_EVENT, type LoggedEvent } from './logged-event.js';
import type { EventPlace } from './places-of-list.js';

/** A workspace, and where in the log it is. */
export interface WorkspaceInLog {
  readonly workspaceId: string;
  readonly shard: number;
}

/** What the events at these places did, in the same order. Only their own streams are read. */
export async function readSteps(
  readModel: ReadModel,
  workspace: WorkspaceInLog,
  places: readonly EventPlace[],
): Promise<readonly Step<LoggedEvent>[]> {
  const upTo = Math.max(...places.map(({ position }) => position));
  const ids = new Set(places.map(({ streamId }) => streamId));
  const streams = await readStreamsOf(readModel, workspace, { ids: [...ids], upTo });
  const steps = new Map([...streams.values()].flat().map((step) => [step.stored.position, step] as const));
  return places.flatMap(({ position }) => steps.get(position) ?? []);
}

/** Streams by their ids, folded up to and with a position. */
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
