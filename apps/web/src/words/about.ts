import type { Refusal } from '#libs/commands';
import type { HistoryEntry, KnownStep } from '#libs/queries';

/** Whose history it is: that of a list names the to-do beside what changed, that of a to-do need not. */
export type HistoryOf = 'list' | 'todo';

/** A step that the next page tells of, with what it takes to find the words. */
export type JustDone<Kind extends KnownStep['of']> = Extract<KnownStep, { readonly of: Kind }> &
  Pick<HistoryEntry, 'listNames'>;

/** A step that a history tells of. */
export type StepOf<Kind extends KnownStep['of']> = JustDone<Kind> & { readonly historyOf: HistoryOf };

/** What each of these refusals says to the person who asked. */
export type RefusalWords<Of extends Refusal> = Readonly<Record<Of, string>>;
