import { foldText, indexedAs, wordsIn } from '#libs/read-model';

/** A word that is asked for, as it is compared. */
export interface Term {
  readonly text: string;
  /** Whether it is of a script without spaces: it may stand anywhere. Any other stands at the beginning of a word. */
  readonly isRun: boolean;
}

/** What is looked up in the index: a word, or what words begin with. */
export interface LookUp {
  readonly word: string;
  readonly isBeginning: boolean;
}

/** Looking for more words than these finds nothing else. */
const MOST_TERMS = 8;

/** What somebody looks for, each word once. */
export function termsIn(text: string): readonly Term[] {
  const terms = wordsIn(foldText(text.normalize('NFC')).text).map(({ text, isRun }) => ({ text, isRun }));
  return [...new Map(terms.map((term) => [term.text, term])).values()].slice(0, MOST_TERMS);
}

/** All of these have to be in the index for a term to be there. */
export function lookUpsOf(term: Term): readonly LookUp[] {
  const words = indexedAs(term);
  const isPair = term.isRun && words.length > 1;
  // The last one of several characters is in the pair before it.
  if (isPair) return words.slice(0, -1).map((word) => ({ word, isBeginning: false }));
  else return words.map((word) => ({ word, isBeginning: true }));
}
