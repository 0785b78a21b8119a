interface Tag {
  readonly type: string;
  tag: string;
}

/** The heading of the page is the only one of the first level. */
const HIGHEST = 2;
const LOWEST = 6;

/**
 * Makes of the headings of a note those of a page that has one already: the first is of the second level, and none is more than one
 * level below the one before it.
 */
export function orderHeadings(tokens: readonly Tag[]): void {
  /** The levels, as they were written, of the last heading and of those that it stands under. */
  const above: string[] = [];
  for (const token of tokens) {
    if (token.type === 'heading_open') stepTo(token.tag, above);
    if (/^heading_(?:open|close)$/.test(token.type))
      token.tag = `h${Math.min(HIGHEST + above.length - 1, LOWEST)}`;
  }
}

function stepTo(tag: string, above: string[]): void {
  while ((above.at(-1) ?? '') >= tag) above.pop();
  above.push(tag);
}
