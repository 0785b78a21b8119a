import type { ReadModel } from '#libs/read-model';
import type { Step } from './fold-stream.js';
import { readListNames, type NameAt } from './list-names.js';
import type { LoggedEvent } from './logged-event.js';
import type { WorkspaceInLog } from './read-steps.js';

/** One event of a history: what it did, and what only the log knows of it. */
export interface HistoryEntry {
  readonly position: number;
  /** Who did it: an id, because names are in no event. */
  readonly actorId: string;
  readonly recordedAt: Date;
  /** The same to the microsecond, as ISO 8601: as of this moment it has happened, and what came after it has not. */
  readonly moment: string;
  readonly step: Step;
  /** What the list of a to-do was called then: before the event, and after it. Undefined when that cannot be read. */
  readonly listNames: { readonly before: string | undefined; readonly after: string | undefined };
}

/** The entries of steps, in their order, with no names but those that were given then. */
export async function entriesOf(
  readModel: ReadModel,
  workspace: WorkspaceInLog,
  steps: readonly Step<LoggedEvent>[],
): Promise<readonly HistoryEntry[]> {
  const nameAt = await readListNames(readModel, workspace, steps);
  return steps.map((step) => {
    const { position, actorId, recordedAt, moment } = step.stored;
    return { position, actorId, recordedAt, moment, step, listNames: listNamesOf(step, nameAt) };
  });
}

function listNamesOf(step: Step<LoggedEvent>, nameAt: NameAt): HistoryEntry['listNames'] {
  if (step.of !== 'todo') return { before: undefined, after: undefined };
  const { before, after, stored } = step;
  return {
    before: before && nameAt(before.listId, stored.position),
    after: nameAt(after.listId, stored.position),
  };
}
