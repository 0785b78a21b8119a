import { folded } from './signs.js';
import type { Candidate } from './phrase.js';
import type { About } from './sentence.js';

/** `+` and the name of a list, which may be of several words: the longest name that stands there. */
export function listsIn(text: string, { lists = [] }: Pick<About, 'lists'>): readonly Candidate[] {
  if (!text.includes('+')) return [];
  const names = lists
    .filter(({ name }) => name.trim() !== '')
    .toSorted((one, other) => other.name.length - one.name.length);
  return [...text.matchAll(/(?<=^|\s)\+(?=\S)/gu)].flatMap(({ index }): Candidate[] => {
    const list = names.find(({ name }) => standsAt(text, index + 1, name));
    if (list === undefined) return [];
    const end = index + 1 + list.name.length;
    return [
      { kind: 'list', place: 'anywhere', start: index, end, words: text.slice(index, end), value: list.id },
    ];
  });
}

function standsAt(text: string, start: number, name: string): boolean {
  const end = start + name.length;
  return (
    folded(text.slice(start, end)) === folded(name) &&
    /^(?:$|\s|[.,;:!?](?:$|\s))/.test(text.slice(end, end + 2))
  );
}
