import type { ReadModel } from '#libs/read-model';
import type { LoggedEvent } from './logged-event.js';
import type { Step } from './next-step.js';
import { foldStreams, type WorkspaceInLog } from './read-steps.js';

/** Returns the name of the label that a step gave to a to-do, or took off it, as it was then; undefined if there is none, or it cannot be read. */
export type LabelNameOf = (step: Step<LoggedEvent>) => string | undefined;

/** Reads the names of the labels that these steps are about. The labels of a workspace are one stream. */
export async function readLabelNames(
  readModel: ReadModel,
  workspace: WorkspaceInLog,
  steps: readonly Step<LoggedEvent>[],
): Promise<LabelNameOf> {
  const asked = steps.flatMap(labelAt);
  const names = new Map<string, string>();
  if (asked.length === 0) return () => undefined;
  const upTo = Math.max(...asked.map(({ position }) => position));
  await foldStreams(readModel, workspace, { ids: new Set([workspace.workspaceId]), upTo }, (step) => {
    if (step.of !== 'labels') return;
    const { position } = step.stored;
    const nameOf = new Map(step.after.all.map(({ id, name }) => [id, name]));
    for (const label of asked) {
      const name = nameOf.get(label.labelId);
      if (position <= label.position && name !== undefined) names.set(keyOf(label), name);
    }
  });
  return (step) => labelAt(step).map((label) => names.get(keyOf(label)))[0];
}

interface LabelAt {
  readonly labelId: string;
  readonly position: number;
}

const keyOf = ({ labelId, position }: LabelAt) => `${labelId} ${position}`;

function labelAt(step: Step): readonly LabelAt[] {
  if (step.of !== 'todo' || !('labelId' in step.event.data)) return [];
  else return [{ labelId: step.event.data.labelId, position: step.stored.position }];
}
