/** Where in something long a page is, and behind what the other pages begin. */
export interface Pages<Cursor> {
  /** How many stand before the page. */
  readonly before: number;
  /** How many there are on all pages. */
  readonly total: number;
  /** The page that ends where this one begins; the first page begins at the start. */
  readonly previous: Cursor | 'start' | undefined;
  readonly next: Cursor | undefined;
  /** The last page, when this is another one. */
  readonly last: Cursor | undefined;
}

/** What is asked of something long so that one page leads to the others. */
export interface Paged<Cursor> {
  /** How many there are, up to and with this place. Without a place: all. */
  readonly count: (upTo?: Cursor) => Promise<number>;
  /**
   * Behind what the page begins that ends with this place. Without a place: the last page. Undefined means that it is the
   * first page. It is read backwards from there, so it takes as long in a list of ten thousand.
   */
  readonly beginning: (endsWith?: Cursor) => Promise<Cursor | undefined>;
}

interface Page<Cursor> {
  readonly after: Cursor | undefined;
  readonly shown: number;
  readonly next: Cursor | undefined;
}

/** The pages around one. Nothing is asked when all of it fits on one page. */
export async function pagesAround<Cursor>(
  { count, beginning }: Paged<Cursor>,
  { after, shown, next }: Page<Cursor>,
): Promise<Pages<Cursor>> {
  if (after === undefined && next === undefined)
    return { before: 0, total: shown, previous: undefined, next, last: undefined };
  const [before, total, previous, last] = await Promise.all([
    after === undefined ? 0 : count(after),
    count(),
    after === undefined ? undefined : beginning(after),
    next === undefined ? undefined : beginning(),
  ]);
  return {
    before,
    // These are counted a moment apart. If something was removed in between, the page must not end behind the total.
    total: Math.max(total, before + shown),
    previous: before === 0 ? undefined : (previous ?? 'start'),
    next,
    last,
  };
}

/** A page of what was read with one more row than the page has; the cursor is of its last row, if there are more. */
export function pageOf<Row, Cursor>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => Cursor,
): { readonly rows: readonly Row[]; readonly next: Cursor | undefined } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last !== undefined ? cursorOf(last) : undefined };
}
