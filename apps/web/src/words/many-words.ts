import type { HistoryEntry, KnownStep } from '#libs/queries';
import { say } from '../locales/index.js';
import { quoted } from './quoted.js';
import { todoValues } from './todo-words.js';

/** What can be done to many to-dos at once, and what that is when it is taken back. */
const OF_MANY = [
  'TodoAdded',
  'TodoCompleted',
  'TodoCompletedBefore',
  'TodoReopened',
  'TodoMoved',
  'TodoRemoved',
  'TodoRestored',
  'TodoLabelled',
  'TodoUnlabelled',
] as const;

/** What makes a to-do of an item, and takes that back, changes two to-dos: each in its own way. */
const OF_ITEM: ReadonlySet<string> = new Set([
  'ChecklistItemExtracted',
  'ChecklistItemRestored',
  'ChecklistItemRemoved',
]);

/** Whether a command has done the same to many to-dos. */
export function isOfMany({ changed: { streamIds, types } }: Pick<HistoryEntry, 'changed'>): boolean {
  return streamIds.length > 1 && !types.some((type) => OF_ITEM.has(type));
}

/** Of many at once, what has been done with an occurrence is said as if each came once. */
const SAID_AS: Readonly<Partial<Record<string, (typeof OF_MANY)[number]>>> = {
  TodoOccurrenceCompleted: 'TodoCompleted',
  TodoOccurrenceTakenBack: 'TodoReopened',
};

/** What is said of all that a command has done, which is one step for each to-do; undefined when it has changed one only. */
export function manyWords(
  kind: 'told' | 'past' | 'undo',
  step: KnownStep,
  about: Pick<HistoryEntry, 'listNames' | 'labelName' | 'changed'>,
): string | undefined {
  const type = typeOf(step, about);
  const count = about.changed.streamIds.length;
  if (!isOfMany(about) || type === undefined || step.of !== 'todo') return undefined;
  const { list = '', listBefore = '', label = '' } = todoValues(step, about, quoted);
  return say(`many.${kind}-${type}`, { count, list, listBefore, label });
}

/** What has been added may have more said of it by the same command. */
function typeOf({ event }: KnownStep, { changed }: Pick<HistoryEntry, 'changed'>) {
  if (changed.types.includes('TodoAdded')) return 'TodoAdded';
  else return SAID_AS[event.type] ?? OF_MANY.find((each) => each === event.type);
}
