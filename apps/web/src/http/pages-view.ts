import type { Pages } from '#libs/queries';
import { say } from '../locales/index.js';
import type { PagesView } from '../views/index.js';

interface Shown<Cursor> {
  readonly pages: Pages<Cursor>;
  /** How many there are on this page. */
  readonly shown: number;
  /** The path of the page that begins behind a place; of the first one when there is none. */
  readonly pathOf: (after?: Cursor) => string;
}

/** What a page says about the pages around it; nothing when it is the only one. */
export function pagesView<Cursor>({ pages, shown, pathOf }: Shown<Cursor>): { readonly pages?: PagesView } {
  const { before, total, previous, next, last } = pages;
  if (previous === undefined && next === undefined) return {};
  const back = previous === 'start' ? pathOf() : pathOf(previous);
  return {
    pages: {
      ...(shown === 0
        ? {}
        : { range: say('page.range', { first: before + 1, last: before + shown, total }) }),
      ...(previous === undefined ? {} : { top: pathOf(), previous: back }),
      ...(next === undefined ? {} : { next: pathOf(next) }),
      ...(last === undefined ? {} : { end: pathOf(last) }),
    },
  };
}
