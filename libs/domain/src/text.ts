/** Titles and names, in Unicode code points. */
export const MAX_TEXT_LENGTH = 240;

export type TextProblem = 'empty' | 'too-long' | 'not-text';

/** Control characters, line and paragraph separators, and what no encoding can carry: NUL and lone surrogates. */
const NOT_TEXT = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** Spaces, fillers and marks that leave no trace on a page, such as a zero-width space or a blank braille cell. */
const INVISIBLE = /^[\p{Z}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]*$/u;

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
