import type { ReadModel } from '#libs/read-model';
import type { Step } from './fold-stream.js';
import type { LoggedEvent } from './logged-event.js';
import { readStreamsOf, type WorkspaceInLog } from './read-steps.js';

/** Returns the name that a list had at a position in the log; undefined if it cannot be read. */
export type NameAt = (listId: string, position: number) => string | undefined;

/** Reads the names of the lists to which these steps added to-dos, or between which they moved them. */
export async function readListNames(
  readModel: ReadModel,
  workspace: WorkspaceInLog,
  steps: readonly Step<LoggedEvent>[],
): Promise<NameAt> {
  const upTo = Math.max(...steps.map(({ stored }) => stored.position));
  const ids = new Set(steps.flatMap(listsOf));
  const streams = await readStreamsOf(readModel, workspace, { ids: [...ids], upTo });
  return (listId, position) => {
    const steps = streams.get(listId) ?? [];
    const last = steps.findLast((step) => step.of === 'list' && step.stored.position <= position);
    return last?.of === 'list' ? last.after.name : undefined;
  };
}

function listsOf(step: Step): readonly string[] {
  if (step.of !== 'todo' || !['TodoAdded', 'TodoMoved'].includes(step.event.type)) return [];
  else return [...(step.before ? [step.before.listId] : []), step.after.listId];
}
