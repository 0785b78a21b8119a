/**
 * Everything that people read about what they did: why it was refused, what a history says of it, what a page says right after
 * it, and what takes it back. What is about one kind of thing stands in one file.
 */
import type { Refusal } from '#libs/commands';
import type { HistoryEntry, KnownStep } from '#libs/queries';
import type { HistoryOf, RefusalWords } from './about.js';
import { LIST_HISTORY, LIST_LABELS, LIST_NOTICES, LIST_REFUSALS, LIST_TAKEN_BACK } from './list-words.js';
import { TODO_HISTORY, TODO_LABELS, TODO_NOTICES, TODO_REFUSALS, TODO_TAKEN_BACK } from './todo-words.js';

export type { HistoryOf } from './about.js';
export { isolated, quoted, quotedBriefly } from './quoted.js';

/** What each refusal says, and what to do about it. */
export const REFUSALS: RefusalWords<Refusal> = { ...LIST_REFUSALS, ...TODO_REFUSALS };

/** What people call the fields that they type into. */
export const FIELD_LABELS: Readonly<Record<string, string>> = { ...LIST_LABELS, ...TODO_LABELS };

/** What one entry of a history changed. */
export function historyWords({ step, listNames }: HistoryEntry, historyOf: HistoryOf): string {
  switch (step.of) {
    case 'list':
      return LIST_HISTORY[step.event.type]({ ...step, listNames, historyOf });
    case 'todo':
      return TODO_HISTORY[step.event.type]({ ...step, listNames, historyOf });
    case 'unknown':
      return `Something that this version of the app cannot read (${step.stored.type})`;
  }
}

/** What a page says right after something was changed. */
export function noticeWords(step: KnownStep, { listNames }: Pick<HistoryEntry, 'listNames'>): string {
  if (step.of === 'list') return LIST_NOTICES[step.event.type]({ ...step, listNames });
  else return TODO_NOTICES[step.event.type]({ ...step, listNames });
}

/** What taking a step back changes. */
export function takenBackWords(step: KnownStep, { listNames }: Pick<HistoryEntry, 'listNames'>): string {
  const historyOf = step.of;
  if (step.of === 'list') return LIST_TAKEN_BACK[step.event.type]({ ...step, listNames, historyOf });
  else return TODO_TAKEN_BACK[step.event.type]({ ...step, listNames, historyOf });
}

/** The same when what was asked for was so before. */
export const NOTHING_CHANGED = 'That was so already. Nothing has changed.';
