import { asRead } from './as-read.js';

/** What pages of history say, read as a person would. */
export interface ShownEntry {
  readonly subject: string | undefined;
  readonly words: string;
  readonly who: string;
  /** What `<time>` says to machines. */
  readonly at: string;
  /** Where the list as it was then is shown. */
  readonly listThen: string;
  /** Where it can be taken back. */
  readonly undo: string;
}

const ENTRY = /<li class="entry">([\s\S]*?)<\/li>/g;

/** The entries on a page, in their order. */
export function entriesOn(html: string): readonly ShownEntry[] {
  return [...html.matchAll(ENTRY)].map(([, entry = '']) => ({
    subject: textIn(entry, /<p class="title"[^>]*>(.*?)<\/p>/),
    words: textIn(entry, /<p class="words">(.*?)<\/p>/) ?? '',
    who: textIn(entry, /<p class="meta"><bdi>(.*?)<\/bdi> · /) ?? '',
    at: textIn(entry, /<time datetime="([^"]+)">/) ?? '',
    listThen: textIn(entry, /<a href="([^"]+)"><span class="hidden">The list at/) ?? '',
    undo: textIn(entry, /<a href="([^"]+)">Undo</) ?? '',
  }));
}

/** The same in a line each: what happened, and to what. */
export function linesOn(html: string): readonly string[] {
  return entriesOn(html).map(({ subject, words }) =>
    subject === undefined ? words : `${subject}: ${words}`,
  );
}

/** Where the link with this text leads. */
export function linkOn(html: string, text: string): string | undefined {
  return textIn(html, new RegExp(`<a [^>]*href="([^"]+)"[^>]*>${text}</a>`));
}

/** What a pattern finds in brackets, without tags. */
function textIn(html: string, pattern: RegExp): string | undefined {
  return pattern
    .exec(asRead(html))?.[1]
    ?.replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#x3D;', '=')
    .replaceAll('&amp;', '&');
}
