/**
 * Everything that people read about what they did: why it was refused, what a history says of it, what a page says right after
 * it, and what takes it back. The catalogue has a text for each refusal, and three for each type of event.
 */
import {
  excessOf,
  MAX_ITEMS,
  MAX_LABEL_LENGTH,
  MAX_NOTE_LENGTH,
  MAX_TEXT_LENGTH,
  MAX_TODOS_AT_ONCE,
  MOST_LABELS,
  MOST_LABELS_OF_TODO,
  type Refusal,
} from '#libs/commands';
import type { HistoryEntry, KnownStep } from '#libs/queries';
import { say, type Values } from '../locales/index.js';
import { labelValues } from './label-words.js';
import { listValues } from './list-words.js';
import { manyWords } from './many-words.js';
import { quoted, quotedBriefly } from './quoted.js';
import { todoValues } from './todo-words.js';

export { isOfMany } from './many-words.js';
export { isolated, quoted, quotedBriefly } from './quoted.js';

/** Whose history it is: that of a list names the to-do beside what changed, that of a to-do need not. */
export type HistoryOf = 'list' | 'todo';

type About = Pick<HistoryEntry, 'listNames' | 'labelName' | 'changed'>;

/** What a refusal says, and what to do about it. @param note what was typed, where a note was refused */
export function refusalWords(refusal: Refusal, { note = '' }: { readonly note?: string } = {}): string {
  if (refusal === 'note-too-long')
    return say('refusals.note-too-long', { most: MAX_NOTE_LENGTH, over: excessOf(note) });
  const most = MOST[refusal] ?? MAX_TEXT_LENGTH;
  return say(`refusals.${refusal}`, { most, items: MAX_ITEMS, todos: MAX_TODOS_AT_ONCE });
}

const MOST: Readonly<Partial<Record<Refusal, number>>> = {
  'label-too-long': MAX_LABEL_LENGTH,
  'label-too-many': MOST_LABELS_OF_TODO,
  'label-one-too-many': MOST_LABELS,
};

/** What one entry of a history changed. */
export function historyWords(entry: HistoryEntry, historyOf: HistoryOf): string {
  const { step } = entry;
  if (step.of === 'unknown') return say('history.unreadable', { type: step.stored.type });
  const ofMany = historyOf === 'list' ? manyWords('past', step, entry) : undefined;
  return ofMany ?? say(`history.${step.event.type}`, { historyOf, ...valuesOf(step, entry, quoted) });
}

/** What a page says right after something was changed. */
export function noticeWords(step: KnownStep, about: About): string {
  const ofOne = () => say(`notices.${step.event.type}`, valuesOf(step, about, quotedBriefly));
  return manyWords('told', step, about) ?? ofOne();
}

/** What taking a step back changes. */
export function takenBackWords(step: KnownStep, about: About): string {
  const ofOne = () => say(`undoing.${step.event.type}`, valuesOf(step, about, quoted));
  return manyWords('undo', step, about) ?? ofOne();
}

function valuesOf(step: KnownStep, about: About, quote: (text: string) => string): Values {
  switch (step.of) {
    case 'list':
      return listValues(step, quote);
    case 'todo':
      return todoValues(step, about, quote);
    case 'labels':
      return labelValues(step, quote);
  }
}
