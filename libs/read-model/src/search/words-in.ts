import { foldText } from './fold-text.js';

/** A word as it is compared, and where it stands in the folded text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is of a script that has no spaces between words: it may be several. */
  readonly isRun: boolean;
}

/** Scripts in which a space says nothing about words, and what lengthens a Japanese vowel. */
const SPACELESS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\u30fc';

const LETTER = '[\\p{L}\\p{M}\\p{N}]';

/** Letters and digits; of all other signs only pictures. */
const WORD = new RegExp(
  `(?<run>(?:(?=${LETTER})[${SPACELESS}])+)|(?:(?![${SPACELESS}])${LETTER})+|\\p{Extended_Pictographic}`,
  'gu',
);

/** The words of a text that is folded already. */
export function wordsIn(folded: string): readonly Word[] {
  return [...folded.matchAll(WORD)].map(({ 0: text, index, groups }) => ({
    text,
    start: index,
    end: index + text.length,
    isRun: groups?.run !== undefined,
  }));
}

/** What is longer is cut, in the index as in what is asked for. In code points. */
const LONGEST = 40;

/**
 * What a word is found by: by itself and its beginnings, or, of a script without spaces, by each two characters that stand side by
 * side. The last one of them stands alone, so that one character is found as a beginning wherever it is.
 */
export function indexedAs({ text, isRun }: Pick<Word, 'text' | 'isRun'>): readonly string[] {
  const characters = Array.from(text);
  if (!isRun) return [characters.slice(0, LONGEST).join('')];
  return characters.map((character, at) => character + (characters[at + 1] ?? ''));
}

/** Everything that a text is found by, each once. */
export function indexedWords(texts: readonly string[]): readonly string[] {
  const words = texts.flatMap((text) => wordsIn(foldText(text).text)).flatMap(indexedAs);
  return [...new Set(words)];
}
