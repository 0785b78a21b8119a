/** What pages of history say, read as a person would. */
export interface ShownEntry {
  readonly subject: string | undefined;
  readonly words: string;
  readonly who: string;
  /** What `<time>` says to machines. */
  readonly at: string;
  /** Where the list as it was then is shown. */
  readonly listThen: string;
}

const ENTRY = /<li class="entry">([\s\S]*?)<\/li>/g;

/** The entries on a page, in their order. */
export function entriesOn(html: string): readonly ShownEntry[] {
  return [...html.matchAll(ENTRY)].map(([, entry = '']) => ({
    subject: textOf(/<p class="title">(.*?)<\/p>/.exec(entry)?.[1]),
    words: textOf(/<p class="words">(.*?)<\/p>/.exec(entry)?.[1]) ?? '',
    who: textOf(/<p class="meta">(.*?) · /.exec(entry)?.[1]) ?? '',
    at: /<time datetime="([^"]+)">/.exec(entry)?.[1] ?? '',
    listThen: textOf(/<a href="([^"]+)"><span class="hidden">The list at/.exec(entry)?.[1]) ?? '',
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
  return textOf(new RegExp(`<a [^>]*href="([^"]+)"[^>]*>${text}</a>`).exec(html)?.[1]);
}

function textOf(html: string | undefined): string | undefined {
  return html
    ?.replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#x3D;', '=')
    .replaceAll('&amp;', '&');
}
