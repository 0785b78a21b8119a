import { GERMAN_PHRASES } from './german/index.js';
import { ENGLISH_PHRASES } from './english/index.js';
import { listsIn } from './lists.js';
import { priorityPhrase, SIGNS } from './signs.js';
import type { Candidate, Context, Phrase } from './phrase.js';
import type { Language, Slice } from './sentence.js';

const PHRASES: Readonly<Record<Language, readonly Phrase[]>> = {
  en: [...SIGNS, priorityPhrase('en'), ...ENGLISH_PHRASES],
  de: [...SIGNS, priorityPhrase('de'), ...GERMAN_PHRASES],
};

/** `"..."`, `„...“` and `“...”`, with a space or a bracket before them: not the sign for inches. */
const QUOTED = /(?<=^|[\s(])(?:"[^"]*"|„[^“”]*[“”]|“[^”]*”|«[^»]*»|»[^«]*«)/gu;

/**
 * Whatever in the text could be more than title, none of it in quotes, and no two of them in the same place: the longest is what is meant
 * (`every friday`, not `friday`).
 */
export function candidatesIn(text: string, context: Context): readonly Candidate[] {
  const { language, kinds } = context.about;
  const quoted = [...text.matchAll(QUOTED)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  const found = [
    ...PHRASES[language].flatMap((phrase) => matches(text, phrase, context)),
    ...listsIn(text, context.about),
  ];
  const taken: Slice[] = [...quoted];
  return found
    .filter(({ kind }) => kinds.includes(kind))
    .toSorted((one, other) => lengthOf(other) - lengthOf(one))
    .filter((candidate) => {
      const isFree = !taken.some((other) => overlap(candidate, other));
      if (isFree) taken.push(candidate);
      return isFree;
    })
    .toSorted((one, other) => one.start - other.start);
}

function matches(text: string, { kind, place, pattern, read }: Phrase, context: Context): Candidate[] {
  return [...text.matchAll(pattern)].flatMap((match): Candidate[] => {
    const [words, ...matched] = match;
    const [start, end] = [match.index, match.index + words.length];
    const groups = matched.map((group: string | undefined) => group ?? '');
    const found = { words, groups, before: text.slice(0, start), after: text.slice(end) };
    const value = read(found, context);
    return value === undefined ? [] : [{ kind, place, start, end, words, value } as Candidate];
  });
}

const lengthOf = ({ start, end }: Slice) => end - start;

const overlap = (one: Slice, other: Slice) => one.start < other.end && other.start < one.end;
