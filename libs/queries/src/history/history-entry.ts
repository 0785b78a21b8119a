import type { ReadModel } from '#libs/read-model';
import { changeOf, type Change } from './change.js';
import type { Step } from './fold-stream.js';
import { readListNames } from './list-names.js';
import type { LoggedEvent } from './logged-event.js';
import type { WorkspaceInLog } from './read-steps.js';

/** One event, as a history tells of it. */
export interface HistoryEntry {
  readonly position: number;
  /** Who did it: an id, because names are in no event. */
  readonly actorId: string;
  readonly recordedAt: Date;
  /** The same to the microsecond, as ISO 8601: as of this moment it has happened, and what came after it has not. */
  readonly moment: string;
  readonly subject: Subject;
  readonly change: Change;
}

/** What it happened to, as it was called then. */
export type Subject =
  | { readonly kind: 'list'; readonly id: string; readonly name: string }
  /** In the list that it was in then. */
  | { readonly kind: 'todo'; readonly id: string; readonly title: string; readonly listId: string }
  /** Nothing of its stream can be read. */
  | { readonly kind: 'unknown' };

/** Tells of steps, in their order; of no names but those that were given then. */
export async function tell(
  readModel: ReadModel,
  workspace: WorkspaceInLog,
  steps: readonly Step<LoggedEvent>[],
): Promise<readonly HistoryEntry[]> {
  const nameAt = await readListNames(readModel, workspace, steps);
  return steps.map((step) => {
    const { position, actorId, recordedAt, moment } = step.stored;
    const change = changeOf(step, (listId) => nameAt(listId, position));
    return { position, actorId, recordedAt, moment, subject: subjectOf(step), change };
  });
}

function subjectOf(step: Step): Subject {
  switch (step.of) {
    case 'list':
      return { kind: 'list', id: step.after.id, name: step.after.name };
    case 'todo':
      return { kind: 'todo', id: step.after.id, title: step.after.title, listId: step.after.listId };
    case 'unknown':
      return step.last === undefined ? { kind: 'unknown' } : subjectOf(step.last);
  }
}
