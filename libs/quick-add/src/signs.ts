import type { Priority } from '#libs/domain';
import { oneOf, phrase, type Phrase } from './phrase.js';

/** `!high`, `!1`, `#home`, `@anna`: words that say by a sign in front of them what they are. */
export const SIGNS: readonly Phrase[] = [
  phrase(
    'label',
    'anywhere',
    '#([\\p{L}\\p{M}\\p{N}_-]*\\p{L}[\\p{L}\\p{M}\\p{N}_-]*)',
    ({ groups: [name] }) => name,
  ),
  phrase('assignee', 'anywhere', '@(\\p{L}[\\p{L}\\p{M}\\p{N}_-]*)', ({ groups: [name = ''] }, { about }) => {
    const [member, ...others] = (about.members ?? []).filter((each) => hasWord(each.name, name));
    return others.length === 0 ? member?.id : undefined;
  }),
];

const ENGLISH: Readonly<Record<string, Priority>> = {
  high: 'high',
  medium: 'medium',
  low: 'low',
  none: 'none',
  1: 'high',
  2: 'medium',
  3: 'low',
};

const GERMAN: Readonly<Record<string, Priority>> = {
  hoch: 'high',
  mittel: 'medium',
  niedrig: 'low',
  keine: 'none',
};

export function priorityPhrase(language: 'en' | 'de'): Phrase<'priority'> {
  const words = language === 'de' ? { ...ENGLISH, ...GERMAN } : ENGLISH;
  return phrase('priority', 'anywhere', `!${oneOf(Object.keys(words))}`, ({ groups: [word = ''] }) => {
    return words[word.toLowerCase()];
  });
}

/** Whether a word of the name begins so. */
function hasWord(name: string, beginning: string): boolean {
  const wanted = folded(beginning);
  return folded(name)
    .split(/\s+/)
    .some((word) => word.startsWith(wanted));
}

export const folded = (text: string) => text.normalize('NFC').toLocaleLowerCase();
