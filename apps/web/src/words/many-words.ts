import type { HistoryEntry, KnownStep } from '#libs/queries';
import { say } from '../locales/index.js';
import { quoted } from './quoted.js';
import { todoValues } from './todo-words.js';

/** What can be done to many to-dos at once, and what that is when it is taken back. */
const OF_MANY = [
  'TodoCompleted',
  'TodoCompletedBefore',
  'TodoReopened',
  'TodoMoved',
  'TodoRemoved',
  'TodoRestored',
  'TodoLabelled',
  'TodoUnlabelled',
] as const;

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
  const type = SAID_AS[step.event.type] ?? OF_MANY.find((each) => each === step.event.type);
  const count = about.changed.streamIds.length;
  if (count === 1 || type === undefined || step.of !== 'todo') return undefined;
  const { list = '', listBefore = '', label = '' } = todoValues(step, about, quoted);
  return say(`many.${kind}-${type}`, { count, list, listBefore, label });
}
