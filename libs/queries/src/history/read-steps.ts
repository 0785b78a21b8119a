import { sql } from 'kysely';
import type { ReadModel } from '#libs/read-model';
import { inBatches } from './in-batches.js';
import { LOGGED_EVENT, type LoggedEvent } from './logged-event.js';
import { nextStep, type Step } from './next-step.js';
import type { EventPosition } from './positions-of-list.js';

/** A workspace and its shard. */
export interface WorkspaceInLog {
  readonly workspaceId: string;
  readonly shard: number;
}

/**
 * Reads what the events at these positions changed, in the same order. It reads only the streams of these
 * events, and keeps only the steps that are wanted.
 */
export async function readSteps(
  readModel: ReadModel,
  workspace: WorkspaceInLog,
  positions: readonly EventPosition[],
  isWanted: (step: Step) => boolean = () => true,
): Promise<readonly Step<LoggedEvent>[]> {
  const asked = new Set(positions.map(({ position }) => position));
  const streams = { ids: new Set(positions.map(({ streamId }) => streamId)), upTo: Math.max(...asked) };
  const steps = new Map<number, Step<LoggedEvent>>();
  await foldStreams(readModel, workspace, streams, (step) => {
    const { position } = step.stored;
    if (asked.has(position) && isWanted(step)) steps.set(position, step);
  });
  return positions.flatMap(({ position }) => steps.get(position) ?? []);
}

/** Folds streams up to and including a position, each from its beginning, and tells of every step. */
export async function foldStreams(
  readModel: ReadModel,
  { workspaceId, shard }: WorkspaceInLog,
  { ids, upTo }: { readonly ids: ReadonlySet<string>; readonly upTo: number },
  tell: (step: Step<LoggedEvent>) => void,
): Promise<void> {
  if (ids.size === 0) return;
  const events = sql<LoggedEvent>`
    select ${LOGGED_EVENT}
    from (select unnest(${[...ids]}::uuid[]) as stream_id order by 1) asked cross join lateral (
      select * from events e where e.shard = ${shard} and e.stream_id = asked.stream_id offset 0
    ) e
    where e.workspace_id = ${workspaceId} and e.position <= ${upTo}
    order by asked.stream_id, e.version`;
  let last: Step<LoggedEvent> | undefined;
  await inBatches(readModel, events, (batch) => {
    for (const stored of batch) {
      last = nextStep(last?.stored.streamId === stored.streamId ? last : undefined, stored);
      tell(last);
    }
  });
}
