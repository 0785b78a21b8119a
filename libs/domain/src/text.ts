/** Titles and names, in Unicode code points. */
export const MAX_TEXT_LENGTH = 240;

export type TextProblem = 'empty' | 'too-long' | 'not-text';

/** Control characters, line and paragraph separators, and what no encoding can carry: NUL and lone surrogates. */
const NOT_TEXT = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/**
 * What leaves no trace on a page: spaces, what Unicode says is not displayed by default, code points that have no character, and so
 * no glyph, and a blank braille cell.
 */
const INVISIBLE = /^[\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cn}\p{Co}\u2800]*$/u;

/** Whether the text is one line that can be read: trimmed and normalised (NFC), or what is wrong with it. */
export function parseText(
  raw: string,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: TextProblem } {
  const text = raw.normalize('NFC').trim();
  if (INVISIBLE.test(text)) return { ok: false, problem: 'empty' };
  else if (NOT_TEXT.test(text)) return { ok: false, problem: 'not-text' };
  else if (Array.from(text).length > MAX_TEXT_LENGTH) return { ok: false, problem: 'too-long' };
  else return { ok: true, text };
}
