/** A path inside the app, and nothing that a browser would take for another site. */
const INSIDE = /^\/(?![/\\])[^\\\p{Cc}]*$/u;

/** Where somebody wanted to go before they were asked to sign in; undefined when that is no page of this app. */
export function nextPath(text: string | undefined): string | undefined {
  return text !== undefined && INSIDE.test(text) ? text : undefined;
}
