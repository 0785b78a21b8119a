import { z } from 'zod';
import type { History } from '#libs/queries';
import { addToPath } from '../http/add-to-path.js';
import { queryOf } from '../http/page-parts.js';
import type { HistoryView } from '../views/index.js';

const address = z.object({
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

/** Where in a history an address is; what makes no sense is taken as not said. */
export function historyAddress(query: unknown): z.infer<typeof address> {
  return address.parse(queryOf(query));
}

/** The ways on from there. */
export function historyPages(
  path: string,
  { before }: z.infer<typeof address>,
  { next }: History,
): Pick<HistoryView, 'first' | 'next'> {
  return {
    ...(before === undefined ? {} : { first: path }),
    ...(next === undefined ? {} : { next: addToPath(path, { before: String(next) }) }),
  };
}
