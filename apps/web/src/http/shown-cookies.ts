/**
 * How new what a reader has been shown was, as their browser remembers it: a place in the database's write-ahead log. It is
 * the name of the cookie and not its value, so that of two answers that overtake each other neither can take away what the
 * other has said: what counts is the highest. It tells nothing of the reader, and is gone with the browser's session.
 */
const COOKIE = /(?:^|;\s*)garbanzo-shown-(\d{1,16})=/g;

/** Far more than there are while all is well: one for each page that is being loaded. */
const MOST = 16;

/** All that a request says; empty for a new reader, for one who has just written, and for one who takes no cookies. */
export function shownCookies(header = ''): readonly number[] {
  return [...header.matchAll(COOKIE)].slice(0, MOST).map(([, shown]) => Number(shown));
}

/** What a browser is told so that it remembers this and none of the others; nothing is left when it is undefined. */
export function shownOnly(shown: number | undefined, sent: readonly number[], basePath: string): string[] {
  const path = `Path=${basePath}/; HttpOnly; SameSite=Lax`;
  return [
    ...sent.filter((each) => each !== shown).map((each) => `garbanzo-shown-${each}=; ${path}; Max-Age=0`),
    ...(shown === undefined || sent.includes(shown) ? [] : [`garbanzo-shown-${shown}=1; ${path}`]),
  ];
}
