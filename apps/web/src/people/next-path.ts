/** A path inside the app, and nothing that a browser would take for another site. */
const INSIDE = /^\/(?![/\\])[^\\\p{Cc}]*$/u;

/** Where somebody wanted to go before they were asked to sign in; undefined when that is no page of this app. */
export function nextPath(text: string | undefined): string | undefined {
  return text !== undefined && INSIDE.test(text) ? text : undefined;
}

/** A path inside the app that leads on to the page that somebody wanted to see, if it is one. */
export function withNext(
  path: string,
  next: string | undefined,
  query: Readonly<Record<string, string>> = {},
): string {
  const wanted = nextPath(next);
  const all = new URLSearchParams({ ...query, ...(wanted === undefined ? {} : { next: wanted }) });
  return all.size === 0 ? path : `${path}?${all.toString()}`;
}
