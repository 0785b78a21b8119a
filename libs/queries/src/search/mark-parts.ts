import { foldText, wordsIn, type Word } from '#libs/read-model';
import type { Term } from './terms.js';

/** A part of a text: what was looked for, or what stands around it. */
export interface Part {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A term, and the words that it may be meant for. */
export interface Meant extends Term {
  readonly similar: readonly string[];
}

export interface MarkedText {
  readonly parts: readonly Part[];
  /** The terms that are in it. */
  readonly terms: ReadonlySet<Meant>;
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly term: Meant;
}

/** Divides a text into what was looked for and the rest of it, as it is written. */
export function markParts(original: string, terms: readonly Meant[]): MarkedText {
  const { text, origins } = foldText(original);
  const words = wordsIn(text);
  const ranges = terms.flatMap((term) => words.flatMap((word) => placesIn(word, term)));
  const places = ranges.map(({ start, end }) => ({
    start: origins[start] ?? 0,
    end: origins.slice(end).find((origin) => origin > (origins[end - 1] ?? 0)) ?? original.length,
  }));
  return { parts: partsOf(original, places), terms: new Set(ranges.map(({ term }) => term)) };
}

/** Where a term is in a word of the folded text. */
function placesIn(word: Word, term: Meant): readonly Range[] {
  const { start, end } = word;
  if (term.isRun && word.isRun) return allIn(word, term);
  else if (!term.isRun && word.text.startsWith(term.text))
    return [{ start, end: start + term.text.length, term }];
  else if (term.similar.includes(word.text)) return [{ start, end, term }];
  else return [];
}

function allIn({ text, start }: Word, term: Meant): readonly Range[] {
  const places: Range[] = [];
  for (let at = text.indexOf(term.text); at >= 0; at = text.indexOf(term.text, at + term.text.length))
    places.push({ start: start + at, end: start + at + term.text.length, term });
  return places;
}

function partsOf(
  original: string,
  places: readonly { readonly start: number; readonly end: number }[],
): readonly Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const { start, end } of places.toSorted(
    (one, other) => one.start - other.start || other.end - one.end,
  )) {
    if (end <= done) continue;
    parts.push({ text: original.slice(done, Math.max(start, done)), isMatch: false });
    parts.push({ text: original.slice(Math.max(start, done), end), isMatch: true });
    done = end;
  }
  return [...parts, { text: original.slice(done), isMatch: false }].filter(({ text }) => text !== '');
}
