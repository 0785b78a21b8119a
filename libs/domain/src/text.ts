/** The longest title or name that is accepted, in Unicode code points. */
export const MAX_TEXT_LENGTH = 240;

export type TextProblem = 'empty' | 'too-long' | 'not-text';

/**
 * Control characters (NUL among them), line and paragraph separators, and lone surrogates, which cannot be
 * encoded.
 */
const NOT_TEXT = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/**
 * Text that shows nothing on a page: spaces, format characters, characters that Unicode does not display by
 * default, unassigned and private-use code points, and signs that are blank: the braille cell without dots, the place of an
 * object, hieroglyphic spaces, the Khitan filler and the null notehead.
 */
const INVISIBLE =
  /^[\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Cn}\p{Co}\u2800\ufffc\u{13441}\u{13442}\u{16fe4}\u{1d159}]*$/u;

/** Whether nothing of a text can be seen on a page; line breaks and tabs are not seen either. */
export const isInvisible = (text: string) => INVISIBLE.test(text.replaceAll(/[\n\t]/g, ''));

/**
 * Returns the text trimmed and normalised (NFC) if it is one readable line, or else what is wrong with it.
 *
 * @param most the longest that is accepted, in Unicode code points
 */
export function parseText(
  raw: string,
  most = MAX_TEXT_LENGTH,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: TextProblem } {
  const text = raw.normalize('NFC').trim();
  if (INVISIBLE.test(text)) return { ok: false, problem: 'empty' };
  else if (NOT_TEXT.test(text)) return { ok: false, problem: 'not-text' };
  else if (Array.from(text).length > most) return { ok: false, problem: 'too-long' };
  else return { ok: true, text };
}
