/**
 * A path inside the app, as browsers ask for it (RFC 3986: what is not ASCII is encoded), and nothing that one would take for
 * another site.
 */
const INSIDE = /^\/(?!\/)[!-[\]-~]*$/;

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
