import { say } from '../locales/index.js';

/** Whatever direction it has, or asks for, stays inside: FIRST STRONG ISOLATE to POP DIRECTIONAL ISOLATE. */
const ISOLATE = { begin: '\u2068', end: '\u2069' };

/** Marks that change directions. One in the text could end the isolation, so in a sentence they are left out. */
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Somebody's text within a sentence of ours, in the quotation marks of its language. */
export function quoted(text: string): string {
  return say('page.quoted', { text: isolated(text) });
}

/** The same without quotation marks, for titles of pages. */
export function isolated(text: string): string {
  return ISOLATE.begin + text.replaceAll(DIRECTIONS, '') + ISOLATE.end;
}

/** Characters of a text that a notice shows. */
const BRIEF = 40;

/** The same for a notice, which has to be short: its beginning is enough to know what it is about. */
export function quotedBriefly(text: string): string {
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  return quoted(characters.length > BRIEF ? `${characters.slice(0, BRIEF).join('')}…` : text);
}
