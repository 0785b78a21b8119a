import type { ReadModel } from '#libs/read-model';
import type { Step } from './next-step.js';
import { readLabelNames } from './label-names.js';
import { readListNames, type NameAt } from './list-names.js';
import type { LoggedEvent } from './logged-event.js';
import { readChanged, type Changed } from './read-changed.js';
import type { WorkspaceInLog } from './read-steps.js';

/** An event of a history: what it changed, and what only the log records about it. */
export interface HistoryEntry {
  readonly position: number;
  /** The id of the person who did it. Events contain no names. */
  readonly actorId: string;
  /** What has led to it, under which it can be taken back. */
  readonly commandId: string;
  /** The command that it follows from: the one that was taken back, or its own. */
  readonly causationId: string;
  readonly recordedAt: Date;
  /**
   * `recordedAt` as ISO 8601 with microseconds. As of this moment the event has happened, and later ones have
   * not.
   */
  readonly moment: string;
  readonly step: Step;
  /** All that its command has changed, together with this. */
  readonly changed: Changed;
  /**
   * The name that the to-do's list had at that time, before and after the event. Undefined if it cannot be
   * read.
   */
  readonly listNames: { readonly before: string | undefined; readonly after: string | undefined };
  /** The name that the label had which the to-do got or lost. Undefined if there is none, or it cannot be read. */
  readonly labelName: string | undefined;
}

/** Makes the entries for these steps, in the same order, with the names that lists had at that time. */
export async function entriesOf(
  readModel: ReadModel,
  workspace: WorkspaceInLog,
  steps: readonly Step<LoggedEvent>[],
): Promise<readonly HistoryEntry[]> {
  const commandIds = new Set(steps.map(({ stored }) => stored.commandId));
  const nameAt = await readListNames(readModel, workspace, steps);
  const labelNameOf = await readLabelNames(readModel, workspace, steps);
  const changes = await readChanged(readModel, workspace, commandIds);
  return steps.map((step) => {
    const { position, actorId, commandId, causationId, recordedAt, moment } = step.stored;
    const logged = { position, actorId, commandId, causationId, recordedAt, moment };
    const changed = changes.get(commandId) ?? changedOnly(step);
    return { ...logged, step, changed, listNames: listNamesOf(step, nameAt), labelName: labelNameOf(step) };
  });
}

function changedOnly({ stored: { streamId, position, version, type } }: Step): Changed {
  return { streamIds: [streamId], types: [type], lastVersions: { [streamId]: version }, begin: position };
}

/** What one command has changed in many to-dos is one entry: the last of those that stand together. */
export function joinChanges(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  return entries.filter(
    ({ commandId, changed }, nth) =>
      changed.streamIds.length === 1 || commandId !== entries[nth - 1]?.commandId,
  );
}

function listNamesOf(step: Step<LoggedEvent>, nameAt: NameAt): HistoryEntry['listNames'] {
  if (step.of !== 'todo') return { before: undefined, after: undefined };
  const { before, after, stored } = step;
  return {
    before: before && nameAt(before.listId, stored.position),
    after: nameAt(after.listId, stored.position),
  };
}
