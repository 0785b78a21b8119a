import { z } from 'zod';
import type { History } from '#libs/queries';
import { addToPath } from '../forms/add-to-path.js';
import { queryOf } from '../http/page-parts.js';
import type { HistoryView } from '../views/index.js';

const place = z.object({
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

/** Where in a history an address is; what makes no sense is taken as not said. */
export function historyPlace(query: unknown): z.infer<typeof place> {
  return place.parse(queryOf(query));
}

/** The ways on from there. */
export function historyPages(
  path: string,
  { before }: z.infer<typeof place>,
  { next }: History,
): Pick<HistoryView, 'first' | 'next'> {
  return {
    ...(before === undefined ? {} : { first: path }),
    ...(next === undefined ? {} : { next: addToPath(path, { before: String(next) }) }),
  };
}
