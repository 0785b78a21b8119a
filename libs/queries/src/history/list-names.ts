import type { ReadModel } from '#libs/read-model';
import type { LoggedEvent } from './logged-event.js';
import type { Step } from './next-step.js';
import { foldStreams, type WorkspaceInLog } from './read-steps.js';

/** Returns the name that a list had at a position in the log; undefined if it cannot be read. */
export type NameAt = (listId: string, position: number) => string | undefined;

/** Reads the names of the lists to which these steps added to-dos, or between which they moved them. */
export async function readListNames(
  readModel: ReadModel,
  workspace: WorkspaceInLog,
  steps: readonly Step<LoggedEvent>[],
): Promise<NameAt> {
  const upTo = Math.max(...steps.map(({ stored }) => stored.position));
  const asked = Map.groupBy(steps.flatMap(listsOf), ({ listId }) => listId);
  const names = new Map<string, string>();
  const streams = { ids: new Set(asked.keys()), upTo };
  await foldStreams(readModel, workspace, streams, (step) => {
    if (step.of !== 'list') return;
    for (const { listId, position } of asked.get(step.stored.streamId) ?? []) {
      if (step.stored.position <= position) names.set(keyOf(listId, position), step.after.name);
    }
  });
  return (listId, position) => names.get(keyOf(listId, position));
}

const keyOf = (listId: string, position: number) => `${listId} ${position}`;

interface ListAt {
  readonly listId: string;
  readonly position: number;
}

function listsOf(step: Step): readonly ListAt[] {
  if (step.of !== 'todo' || !['TodoAdded', 'TodoMoved'].includes(step.event.type)) return [];
  const { position } = step.stored;
  const after = { listId: step.after.listId, position };
  return step.before ? [{ listId: step.before.listId, position }, after] : [after];
}
