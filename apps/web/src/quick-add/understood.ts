import type { Part, Plan, Sentence } from '#libs/quick-add';
import { dueOnRow } from '../due/index.js';
import { listWords, say } from '../locales/index.js';
import { recurrenceWords } from '../recurrence/index.js';
import type { Chip, Understood } from '../views/index.js';
import { isolated } from '../words/index.js';

/** What a page shows of a sentence before it is saved; nothing when all of it is title. */
export function understoodOf(text: string, sentence: Sentence): Understood | undefined {
  const { parts, refused } = sentence;
  const chips = [
    ...parts.map((part) => ({ part, isRefused: false })),
    ...refused.map((part) => ({ part, isRefused: true })),
  ]
    .toSorted((one, other) => one.part.start - other.part.start)
    .map(({ part, isRefused }): Chip => ({ words: part.words, says: saysOf(part, sentence), isRefused }));
  if (chips.length === 0) return undefined;
  const said = chips.filter(({ isRefused }) => !isRefused).map(({ says }) => says);
  return { text, chips, readAt: new Date().toISOString(), said: saidWords(said) };
}

const saidWords = (said: readonly string[]) =>
  said.length === 0 ? say('quickAdd.nothing') : say('quickAdd.said', { parts: listWords(said) });

function saysOf(part: Part, sentence: Sentence): string {
  switch (part.kind) {
    case 'due':
      return dayWords(part.value);
    case 'time':
      return timeWords(part.value, sentence);
    case 'recurrence':
      return againWords(part.words, sentence.plan);
    case 'priority':
      return say('quickAdd.priority', { priority: part.value });
    case 'list':
      return say('quickAdd.list', { name: isolated(part.words.slice(1)) });
    case 'label':
    case 'assignee':
      return isolated(part.words);
  }
}

const dayWords = (dueOn: string) => dueOnRow({ dueOn, dueTime: null, dueZone: null })?.words ?? '';

/** Alone, it says as well on which day that is. */
function timeWords(time: string, { parts, plan }: Sentence): string {
  const isAlone = parts.every(({ kind }) => kind !== 'due' && kind !== 'recurrence');
  return (isAlone ? dueOnRow(plan)?.words : undefined) ?? time;
}

/** With the first day on which it comes. */
function againWords(words: string, { recurrence, occurrence }: Plan): string {
  if (recurrence === null || occurrence === null) return isolated(words);
  return say('quickAdd.again', { often: recurrenceWords(recurrence), day: dayWords(occurrence) });
}
