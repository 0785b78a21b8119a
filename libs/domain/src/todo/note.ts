import { isInvisible } from '../text.js';

/** The longest note that is accepted, in Unicode code points. */
export const MAX_NOTE_LENGTH = 10_000;

export type NoteProblem = 'too-long' | 'not-text';

/** Control characters but for line breaks and tabs, and lone surrogates, which cannot be encoded. */
const NOT_TEXT = /[^\P{Cc}\n\t]|\p{Cs}/u;

/** Forms send a line break as two characters; other systems write it in other ways. */
const LINE_BREAK = /\r\n?|[\u0085\u2028\u2029]/g;

const BLANK_LINES_AT_THE_BEGINNING = /^(?:[^\S\n]*\n)+/;

/**
 * Returns the note normalised (NFC), with line feeds between its lines and without blank space around them, if it is text, or else
 * what is wrong with it. The first line may be indented: Markdown has a meaning for that. It is empty when nothing of it can be seen.
 */
export function parseNote(
  raw: string,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: NoteProblem } {
  const text = textOf(raw);
  if (isInvisible(text)) return { ok: true, text: '' };
  else if (NOT_TEXT.test(text)) return { ok: false, problem: 'not-text' };
  else if (lengthOf(text) > MAX_NOTE_LENGTH) return { ok: false, problem: 'too-long' };
  else return { ok: true, text };
}

/** How many code points a note has too many; 0 when it is short enough. */
export function excessOf(raw: string): number {
  return Math.max(0, lengthOf(textOf(raw)) - MAX_NOTE_LENGTH);
}

function textOf(raw: string): string {
  return raw.replace(LINE_BREAK, '\n').normalize('NFC').replace(BLANK_LINES_AT_THE_BEGINNING, '').trimEnd();
}

const lengthOf = (text: string) => Array.from(text).length;
